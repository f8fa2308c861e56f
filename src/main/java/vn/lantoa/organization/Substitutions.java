package vn.lantoa.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
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

    private final SubstitutionRows rows;
    private final SubstitutionRules rules;
    private final People people;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Substitutions(
            SubstitutionRows rows,
            SubstitutionRules rules,
            People people,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.people = people;
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
                .filter(one -> rules.near(person, entry, one));
        rows.lock(entry.person(), deputy);
        var refused = rules.refusal(person, entry, deputy);
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
        rows.find(id).filter(rule -> unit.equals(rule.unit())).orElseThrow(() -> new NotVisible("substitution " + id));
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
