package vn.lantoa.commendation.council;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.UnitsMerged;

/** A unit that goes on as another hands over its councils; what was voted stays, under the names it was voted under. */
@Component
class CouncilSuccessions {

    private final SessionRows sessions;

    CouncilSuccessions(SessionRows sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void on(UnitsMerged merged) {
        sessions.handOver(merged.from(), merged.into());
    }
}
