package vn.lantoa.commendation.council;

import static vn.lantoa.commendation.council.CouncilOutcome.Refused.at;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.People;
import vn.lantoa.organization.Person;
import vn.lantoa.organization.PersonId;
import vn.lantoa.organization.Posts;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.organization.VietnameseText;

/** Councils: set up by a decision, with members for a term; closed, never deleted. All of it asks {@link Right#MANAGE_COUNCIL}. */
@Component
public class Councils {

    static final int LONGEST_TEXT = 200;

    private static final int LONGEST_NUMBER = 60;
    private static final int FOUND = 20;

    private final CouncilRows rows;
    private final Units units;
    private final People people;
    private final Posts posts;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    Councils(CouncilRows rows, Units units, People people, Posts posts, Access access, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.people = people;
        this.posts = posts;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** A council to set up, as the decision says it. */
    public record Founding(String name, String decisionNumber, LocalDate decisionDate) {}

    /** A term to begin; {@code until} null when the decision names no end. */
    public record Naming(PersonId person, CouncilMember.Role role, String position, LocalDate from, LocalDate until) {}

    /** The units in which this person sets up councils. */
    public List<UnitId> unitsOf(Actor actor) {
        return actor.units().stream()
                .filter(unit -> access.may(actor, Right.MANAGE_COUNCIL, unit))
                .sorted()
                .toList();
    }

    /** Their councils, the newest first. */
    public List<Council> managedBy(Actor actor) {
        return rows.of(unitsOf(actor));
    }

    /** Whether the person belongs to a council today. */
    boolean anyWith(Actor actor) {
        return rows.any(actor.id(), LocalDate.now(clock));
    }

    /** @throws NotVisible for who does not manage councils of its unit */
    public Council find(Actor actor, long id) {
        return rows.find(id)
                .filter(council -> access.may(actor, Right.MANAGE_COUNCIL, council.unit()))
                .orElseThrow(() -> new NotVisible("council " + id));
    }

    /** Every term, past ones too; chair and secretaries first. */
    public List<CouncilMember> members(Actor actor, long id) {
        return rows.members(find(actor, id).id());
    }

    /** People of the branch by name or user name, with or without a post, to be named. */
    public List<Person> search(Actor actor, long id, String words) {
        return people.search(words, List.of(find(actor, id).unit()), null, FOUND)
                .items();
    }

    /** Sets up a council of a unit. */
    @Transactional
    public CouncilOutcome found(Actor actor, UnitId id, Founding founding) {
        var unit = units.find(id).orElseThrow(() -> new NotVisible("unit " + id));
        access.require(actor, Right.SEE_NOMINATION, Right.MANAGE_COUNCIL, id);
        var name = clean(founding.name());
        var number = clean(founding.decisionNumber());
        if (name.isEmpty() || name.length() > LONGEST_TEXT) {
            return at("name", "council.refused.name");
        }
        if (number.isEmpty() || number.length() > LONGEST_NUMBER) {
            return at("number", "council.refused.decision-number");
        }
        if (founding.decisionDate() == null || founding.decisionDate().isAfter(LocalDate.now(clock))) {
            return at("date", "council.refused.decision-date");
        }
        var council = rows.insert(id, unit.name(), name, number, founding.decisionDate(), actor.id());
        audit.record(
                "council.set-up",
                actor,
                object(council),
                id,
                Map.of("date", founding.decisionDate().toString()),
                Map.of("name", name, "decision", number));
        return new CouncilOutcome.Done(council);
    }

    /** Names a member. */
    @Transactional
    public CouncilOutcome name(Actor actor, long id, Naming naming) {
        find(actor, id);
        var council = rows.lock(id);
        var person = Optional.ofNullable(naming.person())
                .flatMap(people::find)
                .filter(one -> units.isWithin(council.unit(), one.homeUnit())
                        || posts.holdingsOf(one.id()).stream()
                                .anyMatch(held -> units.isWithin(council.unit(), held.unit())));
        var refusal = refusal(council, naming, person);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var position = clean(naming.position());
        var member = rows.addMember(
                id,
                naming.person(),
                person.orElseThrow().name(),
                naming.role(),
                position,
                naming.from(),
                naming.until(),
                actor.id());
        audit.record(
                "council.member-named",
                actor,
                object(id),
                council.unit(),
                Map.of(
                        "person",
                        naming.person().value(),
                        "role",
                        naming.role().name(),
                        "from",
                        naming.from().toString()),
                Map.of());
        return new CouncilOutcome.Done(member);
    }

    /** Ends a term; what the member voted until then stays. */
    @Transactional
    public CouncilOutcome end(Actor actor, long id, long member, LocalDate lastDay) {
        find(actor, id);
        var council = rows.lock(id);
        var term = rows.members(id).stream()
                .filter(one -> one.id() == member)
                .findFirst()
                .orElseThrow(() -> new NotVisible("council member " + member));
        if (lastDay == null || lastDay.isBefore(term.from())) {
            return at("lastDay", "council.refused.last-day");
        }
        rows.endMember(member, lastDay);
        audit.record(
                "council.member-ended",
                actor,
                object(id),
                council.unit(),
                Map.of("person", term.person().value(), "lastDay", lastDay.toString()),
                Map.of());
        return new CouncilOutcome.Done(member);
    }

    /** Ends the council with all its terms. */
    @Transactional
    public CouncilOutcome close(Actor actor, long id, LocalDate lastDay) {
        find(actor, id);
        var council = rows.lock(id);
        if (council.closedOn() != null) {
            return CouncilOutcome.Conflict.of("council.conflict.closed");
        }
        if (lastDay == null || lastDay.isBefore(council.decisionDate())) {
            return at("lastDay", "council.refused.last-day");
        }
        rows.close(id, lastDay);
        audit.record(
                "council.closed", actor, object(id), council.unit(), Map.of("lastDay", lastDay.toString()), Map.of());
        return new CouncilOutcome.Done(id);
    }

    private Optional<CouncilOutcome> refusal(Council council, Naming naming, Optional<Person> person) {
        if (council.closedOn() != null) {
            return Optional.of(CouncilOutcome.Conflict.of("council.conflict.closed"));
        }
        if (person.isEmpty()) {
            return Optional.of(at("person", "council.refused.person"));
        }
        if (naming.role() == null) {
            return Optional.of(at("role", "council.refused.role"));
        }
        if (clean(naming.position()).length() > LONGEST_TEXT) {
            return Optional.of(at("position", "council.refused.position"));
        }
        if (naming.from() == null || naming.from().isBefore(council.decisionDate())) {
            return Optional.of(at("from", "council.refused.from"));
        }
        if (naming.until() != null && naming.until().isBefore(naming.from())) {
            return Optional.of(at("until", "council.refused.last-day"));
        }
        return rows.members(council.id()).stream()
                .filter(term -> overlaps(term, naming))
                .flatMap(term -> twice(term, naming).stream())
                .findFirst();
    }

    /** Nobody is a member twice at a time, and there is one chair. */
    private static Optional<CouncilOutcome> twice(CouncilMember term, Naming naming) {
        if (term.person().equals(naming.person())) {
            return Optional.of(at("person", "council.refused.member-already", term.name()));
        }
        return term.role() == CouncilMember.Role.CHAIR && naming.role() == CouncilMember.Role.CHAIR
                ? Optional.of(at("role", "council.refused.chair-already", term.name()))
                : Optional.empty();
    }

    private static boolean overlaps(CouncilMember term, Naming naming) {
        return (term.until() == null || !term.until().isBefore(naming.from()))
                && (naming.until() == null || !term.from().isAfter(naming.until()));
    }

    static String clean(String text) {
        return text == null ? "" : VietnameseText.clean(text);
    }

    private static String object(long council) {
        return "council:" + council;
    }
}
