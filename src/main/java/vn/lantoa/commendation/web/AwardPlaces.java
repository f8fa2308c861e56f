package vn.lantoa.commendation.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import vn.lantoa.commendation.CommendationOutcome;
import vn.lantoa.commendation.Season;
import vn.lantoa.commendation.Seasons;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** For which unit and season a page is shown: as its address says, else the person's own highest unit and the newest season. */
@Component
class AwardPlaces {

    private final Units units;
    private final Seasons seasons;
    private final Access access;
    private final MessageSource messages;

    AwardPlaces(Units units, Seasons seasons, Access access, MessageSource messages) {
        this.units = units;
        this.seasons = seasons;
        this.access = access;
        this.messages = messages;
    }

    /** The units in which this person may see nominations by an own post, the highest first. */
    List<Unit> own(Actor actor) {
        return actor.units().stream()
                .filter(unit -> access.may(actor, Right.SEE_NOMINATION, unit))
                .flatMap(unit -> units.find(unit).stream())
                .sorted(Comparator.comparingInt(Unit::level).thenComparing(Unit::name))
                .toList();
    }

    Unit unit(Actor actor, String asked) {
        if (AddressId.is(asked)) {
            return units.find(UnitId.of(asked))
                    .filter(unit -> access.may(actor, Right.SEE_NOMINATION, unit.id()))
                    .orElseThrow(() -> new NotVisible("unit " + asked));
        }
        access.require(actor, Right.SEE_NOMINATION);
        return own(actor).stream().findFirst().orElseThrow(() -> new NotVisible("awards"));
    }

    /** The season asked for, of those this unit takes part in; else the newest; empty when there is none. */
    Optional<Season> season(Unit unit, String asked) {
        return seasons.allFor(unit.id()).stream()
                .filter(season -> asked == null || asked.isBlank() || asked.equals(Long.toString(season.id())))
                .findFirst();
    }

    String words(CommendationOutcome outcome, Locale locale) {
        if (outcome instanceof CommendationOutcome.Refused refused) {
            return say(refused.message(), locale, refused.args().toArray());
        }
        var conflict = (CommendationOutcome.Conflict) outcome;
        return say(conflict.message(), locale, conflict.args().toArray());
    }

    /** What was not done, as an answer of the API: 422 at its field, 409 for what is not in the state for it. */
    ErrorResponseException problem(CommendationOutcome outcome, Locale locale) {
        var words = words(outcome, locale);
        return outcome instanceof CommendationOutcome.Refused refused
                ? refused(refused.field(), words)
                : new ErrorResponseException(
                        HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, words), null);
    }

    /** A field that cannot be right, as an answer of the API. */
    static ErrorResponseException refused(String field, String words) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, words);
        problem.setProperty("errors", List.of(Map.of("key", field, "message", words)));
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_ENTITY, problem, null);
    }

    String say(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** The unit whose season this person may open. */
    Unit opener(Actor actor, UnitId unit) {
        access.require(actor, Right.SEE_UNIT, Right.OPEN_SEASON, unit);
        return units.find(unit).orElseThrow();
    }

    /** The unit in which this person proposes. */
    Unit proposer(Actor actor, UnitId unit) {
        access.require(actor, Right.SEE_NOMINATION, Right.PROPOSE_AWARD, unit);
        return units.find(unit).orElseThrow();
    }

    boolean may(Actor actor, Right right, UnitId unit) {
        return access.may(actor, right, unit);
    }

    static UnitId unitId(String id) {
        return UnitId.inAddress(id);
    }
}
