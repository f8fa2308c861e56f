package vn.lantoa.models.adoption.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import vn.lantoa.models.KindId;
import vn.lantoa.models.adoption.AdoptionOutcome;
import vn.lantoa.models.adoption.Invitations;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.UnitId;

/** What pages and API of adoptions read and say alike. */
@Component
class AdoptionWords {

    private final MessageSource messages;

    AdoptionWords(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** Why an act was not done. */
    String of(AdoptionOutcome outcome, Locale locale) {
        if (outcome instanceof AdoptionOutcome.Refused refused) {
            return say(refused.message(), locale, refused.args().toArray());
        }
        return say(((AdoptionOutcome.Conflict) outcome).message(), locale);
    }

    /** The same as a problem of the API: 422 with its field, or 409. */
    ErrorResponseException problem(AdoptionOutcome outcome, Locale locale) {
        var words = of(outcome, locale);
        return outcome instanceof AdoptionOutcome.Refused refused
                ? problem(refused.field(), words)
                : new ErrorResponseException(
                        HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, words), null);
    }

    ErrorResponseException problem(Invitations.Outcome.Refused refused, Locale locale) {
        return problem(refused.field(), say(refused.message(), locale));
    }

    private static ErrorResponseException problem(String field, String words) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, words);
        problem.setProperty("errors", List.of(Map.of("key", field, "message", words)));
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
    }

    /** The kind of a posted id; null when it is none. */
    static KindId kind(String id) {
        return AddressId.is(id) ? KindId.of(Long.parseLong(id)) : null;
    }

    /** The unit of a posted id; null when it is none. */
    static UnitId unit(String id) {
        return AddressId.is(id) ? UnitId.of(id) : null;
    }

    /** One of an enum's constants, in any case; the first one when it is none. */
    static <E extends Enum<E>> E one(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(type.getEnumConstants()[0]);
    }
}
