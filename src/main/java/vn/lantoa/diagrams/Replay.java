package vn.lantoa.diagrams;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.engine.Finding;
import vn.lantoa.engine.ModelCheck;
import vn.lantoa.organization.Actor;

/** "Chạy thử": what would have become of past cases by this draft. */
@Component
public class Replay {

    private final ProcessDrafts drafts;
    private final TrialRows rows;
    private final TrialRunner runner;
    private final ModelCheck check;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Replay(
            ProcessDrafts drafts,
            TrialRows rows,
            TrialRunner runner,
            ModelCheck check,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.drafts = drafts;
        this.rows = rows;
        this.runner = runner;
        this.check = check;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What became of the wish to try a draft. */
    public sealed interface Begun {

        /** It waits for its turn, or is tried already. */
        record Running() implements Begun {}

        /** The check finds errors: what may not run is not tried either. */
        record Unsafe(List<Finding> errors) implements Begun {}

        /** The draft was given up. */
        record Closed(ProcessDraft.State state) implements Begun {}
    }

    /** Lets a draft be tried on the newest past cases of its process, outside of the request. */
    public Begun begin(Actor actor, DraftId id) {
        var draft = drafts.find(actor, id);
        if (draft.state() == ProcessDraft.State.DISCARDED) {
            return new Begun.Closed(draft.state());
        }
        var errors = check.check(draft.process(), drafts.files(actor, id)).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            return new Begun.Unsafe(errors);
        }
        var runs = rows.find(id).map(Trial::state);
        if (runs.equals(Optional.of(Trial.State.RUNNING)) || runs.equals(Optional.of(Trial.State.WAITING))) {
            runner.look();
            return new Begun.Running();
        }
        transaction.executeWithoutResult(status -> {
            rows.add(draft);
            audit.record(
                    "process.draft-tried",
                    actor,
                    ProcessDrafts.object(id),
                    null,
                    Map.of("process", draft.process(), "version", draft.version()),
                    Map.of());
        });
        runner.look();
        return new Begun.Running();
    }

    /** The draft's last trial; empty when it was never tried. */
    public Optional<Trial> of(Actor actor, DraftId id) {
        drafts.find(actor, id);
        return rows.find(id);
    }
}
