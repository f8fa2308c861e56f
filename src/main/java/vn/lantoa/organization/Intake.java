package vn.lantoa.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.organization.Change.Reason;

/**
 * Takes in many units, people and posts below one unit as one act, and takes them back as one. The rules of {@link UnitRegister},
 * {@link Accounts} and {@link Appointments} hold; what a single row breaks, the caller asks here before.
 */
@Component
public class Intake {

    /**
     * A unit that is there already.
     *
     * @param firstDay the first day of its first state
     * @param mine whether it stands in the branch that was asked for
     */
    public record Known(
            UnitId id,
            String code,
            String name,
            UnitKind kind,
            UnitId parent,
            boolean closed,
            LocalDate firstDay,
            boolean mine) {}

    /** A person whose account one of the asked units keeps, with the posts held there now or later. */
    public record KnownPerson(
            PersonId id, String username, String name, String phone, String email, UnitId home, List<Post> posts) {}

    private final IntakeRows rows;
    private final IntakeRemoval removal;
    private final TreeWriter writer;
    private final Units units;
    private final Access access;
    private final ApplicationEventPublisher events;

    Intake(
            IntakeRows rows,
            IntakeRemoval removal,
            TreeWriter writer,
            Units units,
            Access access,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.removal = removal;
        this.writer = writer;
        this.units = units;
        this.access = access;
        this.events = events;
    }

    /**
     * Passes for an administrator of the branch.
     *
     * @throws NotVisible or {@link NotAllowed}
     */
    public Unit require(Actor by, UnitId branch) {
        var unit = units.find(branch).orElseThrow(() -> new NotVisible("unit " + branch));
        access.require(by, Right.SEE_UNIT, Right.MANAGE_UNITS, branch);
        access.require(by, Right.SEE_UNIT, Right.MANAGE_PEOPLE, branch);
        return unit;
    }

    /** The units that have one of these codes, wherever they stand, by code. */
    public Map<String, Known> byCode(UnitId branch, Collection<String> codes) {
        var found = new HashMap<String, Known>();
        rows.byCode(branch, codes).forEach(known -> found.put(known.code(), known));
        return found;
    }

    /** The units of the branch that have one of these names, old and new tone marks being the same; the key is {@link #nameKey}. */
    public Map<String, List<Known>> byName(UnitId branch, Collection<String> names) {
        var found = new HashMap<String, List<Known>>();
        rows.byName(branch, names.stream().map(Intake::nameKey).distinct().toList())
                .forEach(known -> found.computeIfAbsent(nameKey(known.name()), key -> new java.util.ArrayList<>())
                        .add(known));
        return found;
    }

    /** Two names with the same key are the same name. */
    public static String nameKey(String name) {
        return VietnameseText.sortKey(name);
    }

    /** The first day a unit was there. */
    public LocalDate firstDay(UnitId unit) {
        return rows.firstDay(unit);
    }

    /** The people whose accounts these units keep, by unit. */
    public Map<UnitId, List<KnownPerson>> peopleOf(Collection<UnitId> homes) {
        return rows.peopleOf(homes);
    }

    /** Which of these sign-in names somebody has. */
    public java.util.Set<String> takenUsernames(Collection<String> usernames) {
        return rows.takenUsernames(usernames);
    }

    /** Why this cannot be the code of a new unit. */
    public static Optional<Reason> wrongCode(String code) {
        return reason(Checks.code(code));
    }

    /** Why this cannot be a name. */
    public static Optional<Reason> wrongName(String name) {
        return reason(Checks.name(name));
    }

    /** Why this cannot be a telephone number; null is none. */
    public static Optional<Reason> wrongPhone(String phone) {
        return reason(Checks.phone(phone));
    }

    /** Why this cannot be a mail address; null is none. */
    public static Optional<Reason> wrongEmail(String email) {
        return reason(Checks.email(email));
    }

    /** Why this cannot be a sign-in name. */
    public static Optional<Reason> wrongUsername(String username) {
        return username.matches("[a-z0-9][a-z0-9.-]{2,79}") ? Optional.empty() : Optional.of(Reason.USERNAME_MALFORMED);
    }

    /**
     * Begins to write; belongs to the caller's transaction. Nobody else moves or closes the named units until it ends.
     *
     * @param standingOn known units that get subordinates or people
     * @throws NotVisible or {@link NotAllowed}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public IntakeBatch begin(Actor by, UnitId branch, Collection<UnitId> standingOn) {
        require(by, branch);
        rows.lock(standingOn);
        return new IntakeBatch(by, branch, rows, writer, events);
    }

    /** What an earlier intake made. */
    public record Made(List<UnitId> units, List<PersonId> people, List<Long> holdings) {}

    /**
     * Something that stands in the way of taking an intake back.
     *
     * @param what the words are message {@code dependents.<what>} with the count
     * @param name of the unit or person
     */
    public record Obstacle(String what, String name, long count) {}

    /**
     * Takes back what an intake made, all or nothing.
     *
     * @return what stands in the way; empty when everything is gone
     * @throws NotVisible or {@link NotAllowed}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Obstacle> takeBack(Actor by, UnitId branch, String object, Made made) {
        require(by, branch);
        rows.lock(made.units());
        var obstacles = removal.obstacles(made);
        if (obstacles.isEmpty()) {
            removal.remove(made);
            events.publishEvent(new RightsChanged(
                    "unit.intake-undone",
                    by,
                    object,
                    branch,
                    Map.of(
                            "units", String.valueOf(made.units().size()),
                            "people", String.valueOf(made.people().size()),
                            "posts", String.valueOf(made.holdings().size())),
                    Map.of()));
        }
        return obstacles;
    }

    private static Optional<Reason> reason(Optional<Change.Refused> refused) {
        return refused.map(Change.Refused::reason);
    }
}
