package vn.lantoa.tasklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lantoa.dossier.Expectations;
import vn.lantoa.dossier.Expectations.Expected;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Holding;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.Units;

/** What comes to a person's desks though nothing lies there yet: "Việc kế tiếp: …, dự kiến ngày …". */
@Component
class NextExpected {

    /** A person with more desks than this looks at the list, not at one next thing. */
    private static final int MOST_UNITS = 20;

    private final List<Expectations> expectations;
    private final Units units;
    private final Clock clock;

    NextExpected(List<Expectations> expectations, Units units, Clock clock) {
        this.expectations = expectations;
        this.units = units;
        this.clock = clock;
    }

    /** The soonest within a year; empty for those to whose post no work comes. */
    Optional<Expected> of(Actor actor) {
        var today = LocalDate.now(clock);
        return unitsOf(actor).stream()
                .flatMap(unit -> of(unit, today, today.plusYears(1)).stream())
                .min(Comparator.comparing(Expected::due));
    }

    List<Expected> of(Unit unit, LocalDate from, LocalDate to) {
        return expectations.stream()
                .map(feature -> feature.of(unit, from, to))
                .flatMap(Collection::stream)
                .toList();
    }

    /** The units for which the person does tasks. */
    List<Unit> unitsOf(Actor actor) {
        return actor.holdings().stream()
                .filter(holding -> Right.DO_TASK.posts().contains(holding.post()))
                .map(Holding::unit)
                .distinct()
                .limit(MOST_UNITS)
                .flatMap(unit -> units.find(unit).stream())
                .filter(unit -> unit.validTo() == null)
                .toList();
    }
}
