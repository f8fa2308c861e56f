package vn.lantoa.organization;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The person who acts, with the posts held today. Read anew for each request, so that a removed officer loses access at once.
 *
 * @param holdings only those in force today
 * @param standings the posts of others for whom the person stands in today: good for their tasks and for nothing else
 */
public record Actor(PersonId id, String username, String name, List<Holding> holdings, List<Standing> standings) {

    /** Somebody who stands in for nobody. */
    public Actor(PersonId id, String username, String name, List<Holding> holdings) {
        this(id, username, name, holdings, List.of());
    }

    public boolean holds(Post post, UnitId unit) {
        return holdings.stream()
                .anyMatch(holding -> holding.post() == post && holding.unit().equals(unit));
    }

    public boolean holds(Post post) {
        return holdings.stream().anyMatch(holding -> holding.post() == post);
    }

    /** For whom the person may do tasks of this post in this unit and process; empty for who holds the post too. */
    public Optional<Standing> standing(Post post, UnitId unit, String process) {
        if (holds(post, unit)) {
            return Optional.empty();
        }
        return standings.stream()
                .filter(standing -> standing.covers(post, unit, process))
                .findFirst();
    }

    /** Whether a task of this post in this unit and process is for this person: as a holder or as a stand-in. */
    public boolean actsAs(Post post, UnitId unit, String process) {
        return holds(post, unit) || standing(post, unit, process).isPresent();
    }

    /** The units in which the person holds this post. */
    public Set<UnitId> unitsAs(Post post) {
        return holdings.stream()
                .filter(holding -> holding.post() == post)
                .map(Holding::unit)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The units in which the person holds a post that this right belongs to: whose branches the person sees or acts in. */
    public List<UnitId> branches(Right right) {
        return holdings.stream()
                .filter(holding -> right.posts().contains(holding.post()))
                .map(Holding::unit)
                .distinct()
                .toList();
    }

    /** The same, to be asked for in a query. */
    public List<Long> branchIds(Right right) {
        return branches(right).stream().map(UnitId::value).toList();
    }

    /** Every unit in which the person holds any post. */
    public Set<UnitId> units() {
        return holdings.stream().map(Holding::unit).collect(Collectors.toUnmodifiableSet());
    }
}
