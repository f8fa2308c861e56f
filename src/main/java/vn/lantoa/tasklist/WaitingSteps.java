package vn.lantoa.tasklist;

import org.springframework.stereotype.Component;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.dossier.OpenSteps;
import vn.lantoa.organization.Actor;

/** The task list's answer to services that ask whose step is open. */
@Component
class WaitingSteps implements OpenSteps {

    private final TaskRows rows;
    private final Reach reach;

    WaitingSteps(TaskRows rows, Reach reach) {
        this.rows = rows;
        this.reach = reach;
    }

    @Override
    public boolean waitFor(DossierKey dossier, Actor actor) {
        return rows.of(dossier).stream().anyMatch(task -> reach.sits(actor, task));
    }
}
