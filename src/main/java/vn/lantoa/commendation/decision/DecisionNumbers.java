package vn.lantoa.commendation.decision;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.document.DocumentNumber;
import vn.lantoa.document.Letterheads;
import vn.lantoa.document.OutgoingDocuments;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;

/** Where nobody holds the records office, as in most grassroots unions, the officer gives the decision its number. */
@Component
public class DecisionNumbers {

    private final AwardDecisions decisions;
    private final OutgoingDocuments documents;
    private final Letterheads letterheads;

    DecisionNumbers(AwardDecisions decisions, OutgoingDocuments documents, Letterheads letterheads) {
        this.decisions = decisions;
        this.documents = documents;
        this.letterheads = letterheads;
    }

    /** Whether the officer numbers the decisions of a unit. */
    public boolean byOfficer(UnitId unit) {
        return !letterheads.hasRecordsOffice(unit);
    }

    /** What will most likely be written. */
    public DocumentNumber proposal(UnitId unit) {
        return documents.proposal(unit, "QĐ");
    }

    /** Gives an approved decision its number; where there is a records office it does. */
    @Transactional
    public DecisionOutcome give(Actor actor, DecisionId id, DocumentNumber number) {
        var decision = decisions.held(actor, id, Right.REVIEW_NOMINATION);
        if (decision.state() != Decision.State.APPROVED) {
            return DecisionOutcome.Conflict.of("not-approved");
        }
        if (!byOfficer(decision.unit())) {
            return DecisionOutcome.Conflict.of("records-office");
        }
        var outcome = documents.numberInStep(actor, id.dossier(), AwardDecisions.REVISION, number);
        return outcome instanceof OutgoingDocuments.Outcome.Refused refused
                ? new DecisionOutcome.Refused(refused.field(), refused.key(), refused.args())
                : new DecisionOutcome.Done(id);
    }
}
