package vn.lantoa.organization;

import static vn.lantoa.organization.Checks.when;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Change.Done;
import vn.lantoa.organization.Change.Reason;
import vn.lantoa.organization.Change.Refused;
import vn.lantoa.organization.Substitution.Who;

/** Who says that somebody stands in for somebody else, and until when (ủy quyền, người làm thay). */
@Component
public class Substitutions {

    /**
     * What is to be entered.
     *
     * @param post null, with {@code unit}, for every post the person holds
     * @param processes ids, empty for all
     */
    public record Entry(
            PersonId person,
            String deputy,
            Post post,
            UnitId unit,
            Set<String> processes,
            Capacity capacity,
            String reason,
            LocalDate from,
            LocalDate to) {}

    private static final int LONGEST_CHAIN = 20;

    private final SubstitutionRows rows;
    private final People people;
    private final Units units;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Substitutions(
            SubstitutionRows rows,
            People people,
            Units units,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.units = units;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters a rule: the person for oneself, or a leader of the unit or an administrator of the branch for a holder of a post there.
     *
     * @throws NotVisible or {@link NotAllowed} for others
     */
    @Transactional
    public Change enter(Actor by, Entry entry) {
        var person = people.actor(entry.person()).orElseThrow(() -> new NotVisible("person " + entry.person()));
        if (!by.id().equals(entry.person())) {
            requireNaming(by, person, entry);
        }
        var deputy = people.findByUsername(
                        entry.deputy() == null ? "" : entry.deputy().strip())
                .filter(one -> near(person, entry, one));
        rows.lock(entry.person(), deputy);
        var refused = Checks.first(
                () -> when(person.holdings().isEmpty(), Reason.POST_MISSING, "post"),
                () -> when(
                        entry.post() != null && !person.holds(entry.post(), entry.unit()), Reason.POST_MISSING, "post"),
                () -> when(deputy.isEmpty(), Reason.PERSON_UNKNOWN, "deputy"),
                () -> when(deputy.get().id().equals(entry.person()), Reason.DEPUTY_SAME, "deputy"),
                () -> dates(entry),
                () -> when(entry.reason() != null && entry.reason().length() > 400, Reason.TEXT_TOO_LONG, "reason"),
                () -> twice(entry, deputy.get()),
                () -> loop(entry, deputy.get()));
        if (refused.isPresent()) {
            return refused.get();
        }
        var id = rows.insert(by, entry, deputy.get().id());
        tell("person.deputy-named", by, entry.person(), facts(id, entry, deputy.get()), entry.unit());
        return new Done(id);
    }

    /**
     * Ends a rule at once: either of the two persons, or who may enter it.
     *
     * @throws NotVisible for others and when there is none
     */
    @Transactional
    public Change end(Actor by, long id) {
        var rule = rows.find(id).orElseThrow(() -> new NotVisible("substitution " + id));
        var own = by.id().equals(rule.person().id())
                || by.id().equals(rule.deputy().id());
        if (!own && !mayName(by, rule)) {
            throw new NotVisible("substitution " + id);
        }
        if (!rows.end(by, id) || !rule.lasts(today())) {
            return new Refused(Reason.ALREADY_SO, "deputy");
        }
        tell(
                "person.deputy-ended",
                by,
                rule.person().id(),
                Map.of(
                        "substitution",
                        String.valueOf(id),
                        "deputy",
                        rule.deputy().id().toString()),
                rule.unit());
        return new Done(id);
    }

    /**
     * Ends a rule for a holder of a post in this unit.
     *
     * @throws NotVisible when there is none
     */
    @Transactional
    public Change endIn(Actor by, UnitId unit, long id) {
        rows.in(unit).stream()
                .filter(rule -> rule.id() == id && unit.equals(rule.unit()))
                .findFirst()
                .orElseThrow(() -> new NotVisible("substitution " + id));
        return end(by, id);
    }

    public Optional<Substitution> find(long id) {
        return rows.find(id);
    }

    /** The rules in which this person is away or stands in, now or later, the next first. */
    public List<Substitution> of(PersonId person) {
        return rows.of(person);
    }

    /** The rules for holders of posts in this unit, now or later, the next first. */
    public List<Substitution> in(UnitId unit) {
        return rows.in(unit);
    }

    private void requireNaming(Actor by, Actor person, Entry entry) {
        if (entry.post() == null) {
            throw new NotAllowed("only the person may give away every post");
        }
        access.require(by, Right.SEE_UNIT, Right.NAME_DEPUTY, entry.unit());
        if (!person.holds(entry.post(), entry.unit())) {
            throw new NotVisible("person " + person.id());
        }
    }

    private boolean mayName(Actor by, Substitution rule) {
        return rule.unit() != null && access.may(by, Right.NAME_DEPUTY, rule.unit());
    }

    /** A deputy comes from the unit, from its superior, or from below that superior. */
    private boolean near(Actor person, Entry entry, Person deputy) {
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

    private static Map<String, String> facts(long id, Entry entry, Person deputy) {
        return Map.of(
                "substitution", String.valueOf(id),
                "deputy", deputy.id().toString(),
                "from", entry.from().toString(),
                "to", entry.to().toString(),
                "post", entry.post() == null ? "*" : entry.post().code(),
                "unit", entry.unit() == null ? "*" : entry.unit().toString(),
                "processes", entry.processes().isEmpty() ? "*" : String.join(",", entry.processes()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void tell(String action, Actor by, PersonId person, Map<String, String> facts, UnitId unit) {
        var concerned = unit != null ? unit : people.find(person).orElseThrow().homeUnit();
        events.publishEvent(
                new RightsChanged(action, by, "person:" + person, concerned, new HashMap<>(facts), Map.of()));
    }
}
