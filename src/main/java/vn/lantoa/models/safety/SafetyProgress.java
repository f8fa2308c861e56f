package vn.lantoa.models.safety;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.models.safety.SafetyFile.State;

/** What the diagram does by itself: asks the two tables and keeps what they say. */
@Component
public class SafetyProgress {

    private final SafetyFileRows rows;
    private final AnswerRows answers;
    private final Checklist checklist;
    private final AuditTrail audit;

    SafetyProgress(SafetyFileRows rows, AnswerRows answers, Checklist checklist, AuditTrail audit) {
        this.rows = rows;
        this.answers = answers;
        this.checklist = checklist;
        this.audit = audit;
    }

    /** Whether the workplace is one of those assessed. */
    @Transactional
    public boolean admit(DossierKey dossier) {
        var file = rows.lock(SafetyFileId.of(dossier));
        var refused = checklist.refused(file);
        rows.move(file.id(), refused.isPresent() ? State.REFUSED_OBJECT : State.ASSESSING);
        audit.record(
                "safety-file.registered",
                null,
                dossier.toString(),
                file.unit(),
                Map.of("object", file.workplace().name(), "admitted", refused.isEmpty(), "late", file.late()),
                Map.of());
        return refused.isEmpty();
    }

    /** Keeps what the table says of the answers handed in. */
    @Transactional
    public void judge(DossierKey dossier) {
        var file = rows.lock(SafetyFileId.of(dossier));
        var findings = checklist.of(file);
        answers.keep(file.id(), findings);
        rows.judged(file.id(), findings.stream().noneMatch(one -> one.outcome() == SafetyFinding.Outcome.UNMET));
    }
}
