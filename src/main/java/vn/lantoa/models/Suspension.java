package vn.lantoa.models;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lantoa.engine.Processes;

/** A site rests, and goes on: while it rests nobody reviews it and nobody decides that it is overdue. */
@Component
class Suspension {

    private final SiteRows rows;
    private final SiteStates states;
    private final Reviews reviews;
    private final Processes processes;
    private final StepChecks checks;

    Suspension(SiteRows rows, SiteStates states, Reviews reviews, Processes processes, StepChecks checks) {
        this.rows = rows;
        this.states = states;
        this.reviews = reviews;
        this.processes = processes;
        this.checks = checks;
    }

    void suspend(ModelSite site) {
        processes.tell(Words.REVIEW_DROPPED, site.id().dossier(), Map.of());
        processes.tell(Words.OVERDUE_SETTLED, site.id().dossier(), Map.of());
        rows.reviewDue(site.id(), null);
        rows.overdueSettled(site.id(), null);
        states.enter(site.id(), SiteState.SUSPENDED);
    }

    /** The time until its next review begins anew. */
    void resume(ModelSite site) {
        rows.reviewDue(site.id(), checks.today().plusMonths(checks.rule("REVIEW_MONTHS")));
        states.enter(site.id(), reviews.needsRepair(site.id()) ? SiteState.NEEDS_REPAIR : SiteState.ACTIVE);
    }
}
