package vn.lantoa.models.safety.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lantoa.models.safety.SafetyObject;
import vn.lantoa.models.safety.SafetyOutcome;
import vn.lantoa.models.safety.SafetyRules;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.AddressId;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** For which unit and year a page is shown: as its address says, else the person's own highest unit and the year that is assessed. */
@Component
class SafetyPlaces {

    private static final int EARLIER = 4;

    private final Units units;
    private final SafetyRules rules;
    private final Access access;
    private final MessageSource messages;
    private final Clock clock;

    SafetyPlaces(Units units, SafetyRules rules, Access access, MessageSource messages, Clock clock) {
        this.units = units;
        this.rules = rules;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    /** The units in which this person may see models by an own post, the highest first. */
    List<Unit> own(Actor actor) {
        return actor.units().stream()
                .filter(unit -> access.may(actor, Right.SEE_MODEL, unit))
                .flatMap(unit -> units.find(unit).stream())
                .sorted(Comparator.comparingInt(Unit::level).thenComparing(Unit::name))
                .toList();
    }

    Unit unit(Actor actor, String asked) {
        if (AddressId.is(asked)) {
            return units.find(UnitId.of(asked))
                    .filter(unit -> access.may(actor, Right.SEE_MODEL, unit.id()))
                    .orElseThrow(() -> new NotVisible("unit " + asked));
        }
        access.require(actor, Right.SEE_MODEL);
        return own(actor).stream().findFirst().orElseThrow(() -> new NotVisible("safety"));
    }

    boolean builds(Actor actor, UnitId unit) {
        return access.may(actor, Right.BUILD_MODEL, unit);
    }

    /** The year asked for, of those that can be shown; else the calendar's: until it is over its results are what matters. */
    int year(String asked) {
        return years().stream()
                .filter(year -> Integer.toString(year).equals(asked))
                .findFirst()
                .orElseGet(() -> LocalDate.now(clock).getYear());
    }

    /** The newest first: the next year from the day its window begins. */
    List<Integer> years() {
        var today = LocalDate.now(clock);
        var newest = rules.yearOf(SafetyObject.DN, today).orElse(today.getYear());
        return java.util.stream.IntStream.rangeClosed(0, EARLIER)
                .mapToObj(back -> newest - back)
                .filter(year -> rules.window(SafetyObject.DN, year).isPresent())
                .toList();
    }

    String words(SafetyOutcome.Refused refused, Locale locale) {
        return say(refused.message(), locale, refused.args().toArray());
    }

    String say(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
