package vn.lantoa.commendation.council.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.commendation.council.CouncilOutcome;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;

/** Outcomes as sentences and statuses, and what addresses and forms hold as values. */
@Component
class CouncilWords {

    private final MessageSource messages;

    CouncilWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What became of one case among several. */
    record Result(String number, boolean done, String message) {}

    String say(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** The sentence of what was not done; empty for what was. */
    String of(CouncilOutcome outcome, Locale locale) {
        if (outcome instanceof CouncilOutcome.Conflict conflict) {
            return say(conflict.message(), locale, conflict.args().toArray());
        }
        return outcome instanceof CouncilOutcome.Refused refused
                ? say(refused.message(), locale, refused.args().toArray())
                : "";
    }

    /** The same by field; a conflict stands at {@code all}. */
    Map<String, String> errors(CouncilOutcome outcome, Locale locale) {
        if (outcome instanceof CouncilOutcome.Refused refused) {
            return Map.of(refused.field(), of(outcome, locale));
        }
        return outcome instanceof CouncilOutcome.Conflict ? Map.of("all", of(outcome, locale)) : Map.of();
    }

    /** What was not done, as an answer of the API. */
    ErrorResponseException problem(CouncilOutcome outcome, Locale locale) {
        var status = status(outcome);
        var problem = ProblemDetail.forStatusAndDetail(status, of(outcome, locale));
        if (status == HttpStatus.UNPROCESSABLE_ENTITY) {
            problem.setProperty(
                    "errors",
                    errors(outcome, locale).entrySet().stream()
                            .map(error -> Map.of("key", error.getKey(), "message", error.getValue()))
                            .toList());
        }
        return new ErrorResponseException(status, problem, null);
    }

    static HttpStatus status(CouncilOutcome outcome) {
        if (outcome instanceof CouncilOutcome.Conflict) {
            return HttpStatus.CONFLICT;
        }
        return outcome instanceof CouncilOutcome.Refused ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK;
    }

    /** The first failure's status. */
    static HttpStatus status(List<CouncilOutcome> outcomes) {
        return outcomes.stream()
                .map(CouncilWords::status)
                .filter(status -> status != HttpStatus.OK)
                .findFirst()
                .orElse(HttpStatus.OK);
    }

    /** What was typed, to be shown again; pairs of name and value. */
    static Map<String, String> typed(String... pairs) {
        var typed = new LinkedHashMap<String, String>();
        for (var place = 0; place < pairs.length; place += 2) {
            typed.put(pairs[place], pairs[place + 1] == null ? "" : pairs[place + 1]);
        }
        return typed;
    }

    /** @throws NotVisible for what is no number: there is no such thing */
    static long id(String text) {
        return AddressId.of("council", text);
    }

    /** Those that are numbers. */
    static List<Long> ids(List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().filter(AddressId::is).map(Long::valueOf).toList();
    }

    /** Null for what is no day; the use case says so. */
    static LocalDate day(String text) {
        return WrittenDay.posted(text).orElse(null);
    }

    /** -1 for what is no number. */
    static long number(String text) {
        return text != null && text.strip().matches("\\d{1,18}") ? Long.parseLong(text.strip()) : -1;
    }

    /** -1 for what is no number of ballots; the use case says so. */
    static int whole(String text) {
        return text != null && text.strip().matches("\\d{1,6}") ? Integer.parseInt(text.strip()) : -1;
    }
}
