package vn.lantoa.organization;

import org.springframework.stereotype.Component;

/** The one place that answers "may this person do that there?". */
@Component
public class Access {

    private final Units units;

    Access(Units units) {
        this.units = units;
    }

    /** Whether the right reaches this unit for this person, by today's tree. Units to practise in are nobody's but who practises there. */
    public boolean may(Actor actor, Right right, UnitId unit) {
        if (right.administrators() && actor.holds(Post.ADMINISTRATOR) && !units.isForPractice(unit)) {
            return true;
        }
        return actor.holdings().stream()
                .filter(holding -> right.posts().contains(holding.post()))
                .anyMatch(holding -> reaches(right.reach(holding.post()), holding.unit(), unit));
    }

    /**
     * Passes, or says why not.
     *
     * @param sight the right that decides whether the thing exists for this person at all
     * @throws NotVisible when {@code sight} is missing (404)
     * @throws NotAllowed when {@code sight} is there and {@code right} is missing (403)
     */
    public void require(Actor actor, Right sight, Right right, UnitId unit) {
        if (!may(actor, sight, unit) && !may(actor, right, unit)) {
            throw new NotVisible("unit " + unit);
        }
        if (!may(actor, right, unit)) {
            throw new NotAllowed(right.name());
        }
    }

    /** Passes for those who may do this somewhere; for rights that ask no unit. */
    public void require(Actor actor, Right right) {
        var somewhere = right.administrators() && actor.holds(Post.ADMINISTRATOR)
                || right.posts().stream().anyMatch(actor::holds);
        if (!somewhere) {
            throw new NotAllowed(right.name());
        }
    }

    private boolean reaches(Right.Reach reach, UnitId own, UnitId unit) {
        return switch (reach) {
            case EVERYWHERE -> true;
            case OWN -> own.equals(unit);
            case DIRECT_SUBORDINATE ->
                // A unit without a superior here is its own: it opens its report and gives itself time.
                units.superiorOf(unit).map(own::equals).orElseGet(() -> own.equals(unit));
            case BRANCH -> units.isWithin(own, unit);
        };
    }
}
