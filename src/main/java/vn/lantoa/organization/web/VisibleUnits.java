package vn.lantoa.organization.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** Which part of the tree a person sees: the branches of one's posts, all of it for the installation's administrator. */
@Component
class VisibleUnits {

    private final Units units;
    private final Access access;

    VisibleUnits(Units units, Access access) {
        this.units = units;
        this.access = access;
    }

    /** The branches to search in; null when everything is visible. */
    Collection<UnitId> branchesOf(Actor actor) {
        return actor.holds(Post.ADMINISTRATOR) ? null : actor.units();
    }

    /** The units at which the visible tree begins. */
    List<Unit> topsOf(Actor actor, LocalDate on) {
        if (actor.holds(Post.ADMINISTRATOR)) {
            return units.roots(on);
        }
        return actor.units().stream()
                .filter(unit ->
                        actor.units().stream().noneMatch(other -> !other.equals(unit) && units.isWithin(other, unit)))
                .sorted()
                .map(unit -> units.find(unit, on).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Passes the unit on.
     *
     * @throws NotVisible when it is none or not visible
     */
    UnitId require(Actor actor, UnitId unit) {
        access.require(actor, Right.SEE_UNIT, Right.SEE_UNIT, unit);
        units.find(unit).orElseThrow(() -> new NotVisible("unit " + unit));
        return unit;
    }
}
