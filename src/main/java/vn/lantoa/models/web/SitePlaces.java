package vn.lantoa.models.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.models.SiteOutcome;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** What the pages and the API of sites have in common: whose branch is looked at, and words for outcomes. */
@Component
class SitePlaces {

    private final Units units;
    private final Access access;
    private final MessageSource messages;

    SitePlaces(Units units, Access access, MessageSource messages) {
        this.units = units;
        this.access = access;
        this.messages = messages;
    }

    /** The units whose models this person may see by an own post, the highest first. */
    List<Unit> own(Actor actor) {
        return actor.units().stream()
                .filter(unit -> access.may(actor, Right.SEE_MODEL, unit))
                .flatMap(unit -> units.find(unit).stream())
                .sorted(Comparator.comparingInt(Unit::level).thenComparing(Unit::name))
                .toList();
    }

    /**
     * The unit asked for by id or code, or the person's own.
     *
     * @throws NotVisible when there is none for the person
     */
    Unit unit(Actor actor, String asked) {
        if (asked == null || asked.isBlank()) {
            access.require(actor, Right.SEE_MODEL);
            return own(actor).stream().findFirst().orElseThrow(() -> new NotVisible("models"));
        }
        return units.find(named(asked))
                .filter(unit -> access.may(actor, Right.SEE_MODEL, unit.id()))
                .orElseThrow(() -> new NotVisible("unit " + asked));
    }

    /** The unit of an id or a code. */
    UnitId named(String unit) {
        if (AddressId.is(unit)) {
            return UnitId.of(unit);
        }
        return units.findByCode(String.valueOf(unit)).map(Unit::id).orElseThrow(() -> new NotVisible("unit " + unit));
    }

    boolean may(Actor actor, Right right, UnitId unit) {
        return access.may(actor, right, unit);
    }

    /** Who may not propose is told so before a form is shown. */
    void require(Actor actor, Right right, UnitId unit) {
        access.require(actor, Right.SEE_MODEL, right, unit);
    }

    String nameOf(UnitId unit) {
        return units.find(unit).map(Unit::name).orElse("");
    }

    String words(SiteOutcome outcome, Locale locale) {
        if (outcome instanceof SiteOutcome.Refused refused) {
            return say(refused.message(), locale, refused.args().toArray());
        }
        var conflict = (SiteOutcome.Conflict) outcome;
        return say(conflict.message(), locale, conflict.args().toArray());
    }

    /** What was made or changed; an API that could not do it answers 409 or 422 with the words. */
    long done(SiteOutcome outcome, Locale locale) {
        if (outcome instanceof SiteOutcome.Done done) {
            return done.id();
        }
        var words = words(outcome, locale);
        var status = outcome instanceof SiteOutcome.Refused ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT;
        var problem = ProblemDetail.forStatusAndDetail(status, words);
        if (outcome instanceof SiteOutcome.Refused refused) {
            problem.setProperty("errors", List.of(Map.of("key", refused.field(), "message", words)));
        }
        throw new ErrorResponseException(status, problem, null);
    }

    String say(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** A day as a form or the API posts it; null when it is none. */
    static LocalDate day(String text) {
        return WrittenDay.posted(text).orElse(null);
    }

    /** A whole number as it was typed; null when it is none. */
    static Integer number(String text) {
        return text != null && text.strip().matches("\\d{1,9}") ? Integer.valueOf(text.strip()) : null;
    }

    /** The constant of this name; null when there is none. */
    static <E extends Enum<E>> E one(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
