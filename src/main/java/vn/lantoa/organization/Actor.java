package vn.lantoa.organization;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The person who acts, with the posts held today. Read anew for each request, so that a removed officer loses access at once.
 *
 * @param holdings only those in force today
 */
public record Actor(PersonId id, String username, String name, List<Holding> holdings) {

    public boolean holds(Post post, UnitId unit) {
        return holdings.stream()
                .anyMatch(holding -> holding.post() == post && holding.unit().equals(unit));
    }

    public boolean holds(Post post) {
        return holdings.stream().anyMatch(holding -> holding.post() == post);
    }

    /** The units in which the person holds this post. */
    public Set<UnitId> unitsAs(Post post) {
        return holdings.stream()
                .filter(holding -> holding.post() == post)
                .map(Holding::unit)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every unit in which the person holds any post. */
    public Set<UnitId> units() {
        return holdings.stream().map(Holding::unit).collect(Collectors.toUnmodifiableSet());
    }
}
