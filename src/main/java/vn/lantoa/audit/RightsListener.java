package vn.lantoa.audit;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.RightsChanged;

/** The organization knows nothing of us: it tells what changed, and we write it down in the same transaction. */
@Component
class RightsListener {

    private final AuditTrail trail;

    RightsListener(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void on(RightsChanged change) {
        trail.record(change.action(), change.actor(), change.object(), change.unit(), change.facts(), change.payload());
    }
}
