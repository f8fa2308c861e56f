package vn.lantoa.models.safety;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.models.safety.SafetyResults.Entry;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.UnitSuccessions;

/**
 * Results of outside decisions put right by the post that entered them. The wrong one stays beside what holds in its place; the register and
 * the reports count the newest, and a file that ended by it ends as the newest says.
 */
@Component
public class SafetyCorrections {

    private static final int LONGEST_REASON = 500;

    private final SafetyResults results;
    private final SafetyFileRows files;
    private final SafetyNotices notices;
    private final DecisionCheck check;
    private final UnitSuccessions successions;
    private final Access access;
    private final AuditTrail audit;

    SafetyCorrections(
            SafetyResults results,
            SafetyFileRows files,
            SafetyNotices notices,
            DecisionCheck check,
            UnitSuccessions successions,
            Access access,
            AuditTrail audit) {
        this.results = results;
        this.files = files;
        this.notices = notices;
        this.check = check;
        this.successions = successions;
        this.access = access;
        this.audit = audit;
    }

    /**
     * What is right, as it stands on the document: of the decision itself when it was typed wrongly, of the correcting one when the authority
     * decided anew.
     */
    public record Correction(SafetyResult result, String number, LocalDate decidedOn, String issuer, String reason) {}

    /**
     * Puts another result in the place of one that counts.
     *
     * @throws NotVisible when there is none for the person
     */
    @Transactional
    public SafetyOutcome correct(Actor actor, long id, Correction right) {
        results.hold();
        var old = results.lock(id).orElseThrow(() -> new NotVisible("safety result " + id));
        access.require(actor, Right.SEE_MODEL, Right.BUILD_MODEL, keeper(old));
        if (!old.standing()) {
            return SafetyOutcome.Refused.taken("reason", "safety.correction.refused.corrected");
        }
        var decision = new SafetyDecision(
                old.decision().kind(), old.decision().year(), right.number(), right.decidedOn(), right.issuer());
        var refused = refusal(old, decision, right);
        if (refused != null) {
            return refused;
        }
        var next = results.replace(old, decision, right.result(), right.reason().strip(), actor);
        audit.record(
                "safety-result.corrected",
                actor,
                "safety-result:" + id,
                old.enteredFor(),
                facts(old.decision(), old.line().result()),
                facts(decision, right.result()));
        if (decision.kind() == SafetyDecision.Kind.RECOGNITION && old.line().unit() != null) {
            goOn(old.line().unit(), decision, right, actor);
        }
        return new SafetyOutcome.Done(next);
    }

    boolean may(Actor actor, Entry entry) {
        return access.may(actor, Right.BUILD_MODEL, keeper(entry));
    }

    private UnitId keeper(Entry entry) {
        return successions.answering(entry.enteredFor());
    }

    private SafetyOutcome.Refused refusal(Entry old, SafetyDecision decision, Correction right) {
        if (right.result() == null || right.result().kind() != decision.kind()) {
            return SafetyOutcome.Refused.at("result", "safety.correction.refused.result." + decision.kind());
        }
        if (right.reason() == null || right.reason().isBlank() || right.reason().length() > LONGEST_REASON) {
            return SafetyOutcome.Refused.at("reason", "safety.commitment.refused.reason");
        }
        var faults = check.faults(decision);
        if (!faults.isEmpty()) {
            var first = faults.get(0);
            return SafetyOutcome.Refused.at(
                    first.field(), first.message(), first.args().toArray());
        }
        return right.result() == old.line().result() && decision.equals(old.decision())
                ? SafetyOutcome.Refused.at("result", "safety.correction.refused.same")
                : null;
    }

    /** The process is over; only what the file ended as is put right. */
    private void goOn(UnitId unit, SafetyDecision decision, Correction right, Actor actor) {
        files.standing(unit, decision.year())
                .filter(file -> file.state() == State.RECOGNISED || file.state() == State.NOT_RECOGNISED)
                .ifPresent(file -> {
                    files.move(file.id(), SafetyResults.end(right.result()));
                    notices.corrected(file, decision, right, actor);
                });
    }

    private static Map<String, Object> facts(SafetyDecision decision, SafetyResult result) {
        var facts = new HashMap<String, Object>();
        facts.put("result", result.name());
        facts.put("number", decision.number());
        facts.put("decidedOn", decision.decidedOn().toString());
        facts.put("issuer", decision.issuer());
        return facts;
    }
}
