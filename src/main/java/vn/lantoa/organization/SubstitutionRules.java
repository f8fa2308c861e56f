package vn.lantoa.organization;

import static vn.lantoa.organization.Checks.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Change.Reason;
import vn.lantoa.organization.Change.Refused;
import vn.lantoa.organization.Substitution.Who;
import vn.lantoa.organization.Substitutions.Entry;

/** Whether a person may be put in another's place: who is near enough, for which days, and that it leads to no circle. */
@Component
class SubstitutionRules {

    private static final int LONGEST_CHAIN = 20;

    private final SubstitutionRows rows;
    private final People people;
    private final Units units;
    private final Clock clock;

    SubstitutionRules(SubstitutionRows rows, People people, Units units, Clock clock) {
        this.rows = rows;
        this.people = people;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Why the entry is not taken; empty when it is. Asked while both persons are locked.
     *
     * @param deputy empty when there is none of that name who is {@link #near}
     */
    Optional<Refused> refusal(Actor person, Entry entry, Optional<Person> deputy) {
        return Checks.first(
                () -> when(person.holdings().isEmpty(), Reason.POST_MISSING, "post"),
                () -> when(
                        entry.post() != null && !person.holds(entry.post(), entry.unit()), Reason.POST_MISSING, "post"),
                () -> when(deputy.isEmpty(), Reason.PERSON_UNKNOWN, "deputy"),
                () -> when(deputy.get().id().equals(entry.person()), Reason.DEPUTY_SAME, "deputy"),
                () -> dates(entry),
                () -> when(entry.reason() != null && entry.reason().length() > 400, Reason.TEXT_TOO_LONG, "reason"),
                () -> twice(entry, deputy.get()),
                () -> loop(entry, deputy.get()));
    }

    /** A deputy comes from the unit, from its superior, or from below that superior. */
    boolean near(Actor person, Entry entry, Person deputy) {
        var from = entry.unit() == null ? person.units() : Set.of(entry.unit());
        var places = new HashSet<>(people.actor(deputy.id()).orElseThrow().units());
        places.add(deputy.homeUnit());
        return from.stream().map(unit -> units.superiorOf(unit).orElse(unit)).anyMatch(top -> places.stream()
                .anyMatch(place -> units.isWithin(top, place)));
    }

    private Optional<Refused> dates(Entry entry) {
        return Checks.first(
                () -> when(entry.from() == null, Reason.DATE_MISSING, "from"),
                () -> when(entry.to() == null, Reason.DATE_MISSING, "to"),
                () -> when(entry.to().isBefore(entry.from()), Reason.DATES_OUT_OF_ORDER, "to"),
                () -> when(entry.to().isBefore(today()), Reason.DATE_PAST, "to"),
                () -> when(
                        entry.to().getYear() > 2200 || entry.from().getYear() < 1900, Reason.DATES_OUT_OF_ORDER, "to"));
    }

    /** The same rule again would only hide that the first one stands. */
    private Optional<Refused> twice(Entry entry, Person deputy) {
        var there = rows.rulesOf(entry.person(), entry.from(), entry.to()).stream()
                .filter(rule -> rule.deputy().id().equals(deputy.id()))
                .filter(rule -> rule.post() == null
                        || rule.post() == entry.post() && rule.unit().equals(entry.unit()))
                .anyMatch(rule -> rule.processes().isEmpty()
                        || !entry.processes().isEmpty() && rule.processes().containsAll(entry.processes()));
        return when(there, Reason.DEPUTY_TWICE, "deputy");
    }

    /** Follows those who stand in for the deputy during that time: nobody may end up standing in for a stand-in of oneself. */
    private Optional<Refused> loop(Entry entry, Person deputy) {
        var path = path(
                new Who(deputy.id(), deputy.username(), deputy.name()),
                entry.person(),
                entry.from(),
                entry.to(),
                new HashSet<>());
        return path.map(names -> new Refused(Reason.DEPUTY_LOOP, "deputy", names));
    }

    private Optional<String> path(Who from, PersonId to, LocalDate first, LocalDate last, Set<PersonId> seen) {
        if (!seen.add(from.id()) || seen.size() > LONGEST_CHAIN) {
            return Optional.empty();
        }
        for (var rule : rows.rulesOf(from.id(), first, last)) {
            if (rule.deputy().id().equals(to)) {
                return Optional.of(from.name() + " → " + rule.deputy().name());
            }
            var further = path(
                    rule.deputy(),
                    to,
                    rule.from().isAfter(first) ? rule.from() : first,
                    rule.to().isBefore(last) ? rule.to() : last,
                    seen);
            if (further.isPresent()) {
                return further.map(names -> from.name() + " → " + names);
            }
        }
        return Optional.empty();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
