package vn.lantoa.organization;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import vn.lantoa.organization.TreeWriter.NewPerson;
import vn.lantoa.organization.TreeWriter.NewUnit;

/** One intake being written ({@link Intake#begin}); nothing outside its branch is touched, and at its end one entry tells of it. */
public final class IntakeBatch {

    /** A person without a password: the account is of use only after activation. */
    public record Newcomer(String username, String name, String email, String phone, UnitId home) {}

    private final Actor by;
    private final UnitId branch;
    private final IntakeRows rows;
    private final TreeWriter writer;
    private final ApplicationEventPublisher events;
    private final Set<UnitId> inside = new HashSet<>();
    private final Set<PersonId> ours = new HashSet<>();
    private int unitCount;
    private int personCount;
    private int postCount;

    IntakeBatch(Actor by, UnitId branch, IntakeRows rows, TreeWriter writer, ApplicationEventPublisher events) {
        this.by = by;
        this.branch = branch;
        this.rows = rows;
        this.writer = writer;
        this.events = events;
    }

    /** Founds units whose superiors are there already. */
    public List<UnitId> found(List<NewUnit> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        requireInside(units.stream().map(NewUnit::parent).toList());
        var ids = writer.units(units);
        inside.addAll(ids);
        unitCount += ids.size();
        return ids;
    }

    /** Takes people in. */
    public List<PersonId> open(List<Newcomer> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        requireInside(people.stream().map(Newcomer::home).toList());
        var ids = writer.people(people.stream()
                .map(one -> new NewPerson(one.username(), one.name(), one.home(), Accounts.NO_PASSWORD, false))
                .toList());
        rows.reach(people, ids);
        ours.addAll(ids);
        personCount += ids.size();
        return ids;
    }

    /** Gives posts; gives the identities of the holdings in the same order. */
    public List<Long> appoint(List<Holding> holdings) {
        if (holdings.isEmpty()) {
            return List.of();
        }
        requireInside(holdings.stream().map(Holding::unit).toList());
        if (holdings.stream().anyMatch(holding -> holding.post() == Post.ADMINISTRATOR)) {
            throw new NotAllowed("administrators are appointed one by one");
        }
        var others = holdings.stream()
                .map(Holding::person)
                .filter(person -> !ours.contains(person))
                .distinct()
                .toList();
        requireInside(rows.homesOf(others));
        postCount += holdings.size();
        return rows.holdings(holdings);
    }

    /**
     * Writes down that it happened, once for everything.
     *
     * @param object what it came from, such as {@code import:7}
     */
    public void tell(String object, String file) {
        events.publishEvent(new RightsChanged(
                "unit.intake",
                by,
                object,
                branch,
                Map.of(
                        "units", String.valueOf(unitCount),
                        "people", String.valueOf(personCount),
                        "posts", String.valueOf(postCount)),
                Map.of("file", file)));
    }

    private void requireInside(List<UnitId> units) {
        var unknown =
                units.stream().filter(unit -> !inside.contains(unit)).collect(java.util.stream.Collectors.toSet());
        if (unknown.contains(null)) {
            throw new NotAllowed("roots are founded one by one");
        }
        if (!unknown.isEmpty()) {
            inside.addAll(rows.within(branch, unknown));
            if (!inside.containsAll(unknown)) {
                throw new NotAllowed("outside the branch");
            }
        }
    }
}
