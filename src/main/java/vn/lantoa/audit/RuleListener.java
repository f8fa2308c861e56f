package vn.lantoa.audit;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lantoa.rulebook.RuleChanged;

/** The rulebook cannot know of us, since our clock's package brings rules to it: it tells, and we write it down in its transaction. */
@Component
class RuleListener {

    private final AuditTrail trail;

    RuleListener(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void on(RuleChanged change) {
        trail.record(
                "rule.changed",
                change.by(),
                "rule:" + change.table() + (change.key().isEmpty() ? "" : "/" + change.key()),
                change.unit(),
                change.facts(),
                java.util.Map.of());
    }
}
