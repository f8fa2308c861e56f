package vn.lantoa.diagrams;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;

/** For whom the versions, releases and moves of processes exist at all: they belong to the installation, which its root answers for. */
@Component
public class ProcessSight {

    private final Access access;
    private final Units units;
    private final Clock clock;

    ProcessSight(Access access, Units units, Clock clock) {
        this.access = access;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Passes for those who draw.
     *
     * @throws vn.lantoa.organization.NotVisible for everybody else
     */
    public void require(Actor actor) {
        access.require(actor, Right.DRAW_PROCESS, Right.DRAW_PROCESS, root());
    }

    UnitId root() {
        return units.roots(LocalDate.now(clock)).get(0).id();
    }
}
