package vn.lantoa.diagrams;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.engine.Withdrawals;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;

/** A process is withdrawn while its cases run: no new ones start, running ones go on to their end (ADR 53). */
@Component
public class ProcessWithdrawals {

    private final Withdrawals withdrawals;
    private final ProcessFiles processes;
    private final ProcessSight sight;
    private final AuditTrail audit;

    ProcessWithdrawals(Withdrawals withdrawals, ProcessFiles processes, ProcessSight sight, AuditTrail audit) {
        this.withdrawals = withdrawals;
        this.processes = processes;
        this.sight = sight;
        this.audit = audit;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Done() implements Outcome {}

        /** @param callers names of the processes that call it, when that is the reason */
        record Refused(String key, Set<String> callers) implements Outcome {}
    }

    public boolean withdrawn(String process) {
        return withdrawals.withdrawn(process);
    }

    /** Takes a process out of service; twice is once. */
    @Transactional
    public Outcome withdraw(Actor actor, String process, String reason) {
        var refused = refused(actor, process, reason);
        if (refused != null) {
            return refused;
        }
        var callers = withdrawals.callers(process);
        if (!callers.isEmpty()) {
            return new Outcome.Refused("process.withdraw.refused.CALLED", callers);
        }
        if (!withdrawals.withdrawn(process)) {
            withdrawals.withdraw(process);
            record("process.withdrawn", actor, process, reason);
        }
        return new Outcome.Done();
    }

    /** Puts it back. */
    @Transactional
    public Outcome reinstate(Actor actor, String process, String reason) {
        var refused = refused(actor, process, reason);
        if (refused != null) {
            return refused;
        }
        if (withdrawals.withdrawn(process)) {
            withdrawals.reinstate(process);
            record("process.reinstated", actor, process, reason);
        }
        return new Outcome.Done();
    }

    private Outcome.Refused refused(Actor actor, String process, String reason) {
        sight.require(actor);
        processes.newest(process).orElseThrow(() -> new NotVisible("process " + process));
        return reason.isBlank() ? new Outcome.Refused("process.release.refused.NO_REASON", Set.of()) : null;
    }

    private void record(String action, Actor actor, String process, String reason) {
        audit.record(
                action,
                actor,
                "process:" + process,
                null,
                Map.of("process", process),
                Map.of("reason", Reasons.kept(reason)));
    }
}
