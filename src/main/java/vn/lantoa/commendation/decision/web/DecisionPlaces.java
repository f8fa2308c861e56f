package vn.lantoa.commendation.decision.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.lantoa.commendation.AwardTitle;
import vn.lantoa.commendation.AwardTitles;
import vn.lantoa.commendation.Season;
import vn.lantoa.commendation.Seasons;
import vn.lantoa.commendation.decision.DecisionOutcome;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** What pages and API of decisions share. */
@Component
class DecisionPlaces {

    private final Seasons seasons;
    private final AwardTitles titles;
    private final Units units;
    private final Access access;
    private final Clock clock;

    DecisionPlaces(Seasons seasons, AwardTitles titles, Units units, Access access, Clock clock) {
        this.seasons = seasons;
        this.titles = titles;
        this.units = units;
        this.access = access;
        this.clock = clock;
    }

    List<Season> seasons(Actor actor, UnitId unit) {
        access.require(actor, Right.SEE_NOMINATION, Right.SEE_NOMINATION, unit);
        return seasons.allFor(unit);
    }

    /** The season asked for, or the newest. */
    Optional<Season> season(Actor actor, UnitId unit, Long wanted) {
        return seasons(actor, unit).stream()
                .filter(one -> wanted == null || one.id() == wanted)
                .findFirst();
    }

    /** The unit asked for, else the highest in which this person sees nominations by an own post. */
    UnitId own(Actor actor, String asked) {
        access.require(actor, Right.SEE_NOMINATION);
        if (AddressId.is(asked)) {
            return UnitId.of(Long.parseLong(asked));
        }
        return actor.units().stream()
                .filter(unit -> access.may(actor, Right.SEE_NOMINATION, unit))
                .flatMap(unit -> units.find(unit).stream())
                .min(java.util.Comparator.comparingInt(Unit::level))
                .map(Unit::id)
                .orElseThrow(() -> new NotVisible("awards"));
    }

    boolean may(Actor actor, Right right, UnitId unit) {
        return access.may(actor, right, unit);
    }

    String unitName(UnitId unit) {
        return units.find(unit).map(Unit::name).orElse("");
    }

    String titleName(String code) {
        return titles.find(code, LocalDate.now(clock)).map(AwardTitle::name).orElse(code);
    }

    static String words(MessageSource messages, DecisionOutcome outcome, Locale locale) {
        if (outcome instanceof DecisionOutcome.Refused refused) {
            return messages.getMessage(refused.message(), refused.args().toArray(), locale);
        }
        return outcome instanceof DecisionOutcome.Conflict conflict
                ? messages.getMessage(conflict.message(), conflict.args().toArray(), locale)
                : null;
    }

    /** What was not done, as an answer of the API: 422 at its field, 409 for what is not in the state for it. */
    static ErrorResponseException problem(MessageSource messages, DecisionOutcome outcome, Locale locale) {
        var status =
                outcome instanceof DecisionOutcome.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
        var words = words(messages, outcome, locale);
        var problem = ProblemDetail.forStatusAndDetail(status, words);
        if (outcome instanceof DecisionOutcome.Refused refused) {
            problem.setProperty("errors", List.of(Map.of("key", refused.field(), "message", words)));
        }
        return new ErrorResponseException(status, problem, null);
    }

    static Long season(String id) {
        return AddressId.is(id) ? Long.valueOf(id) : null;
    }

    static long number(String id) {
        return AddressId.of("number", id);
    }

    /** For the address on the paper, where the installation has not said its own. */
    static String here() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
