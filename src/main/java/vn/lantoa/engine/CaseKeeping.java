package vn.lantoa.engine;

import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lantoa.dossier.DossierForgotten;
import vn.lantoa.engine.CaseMemory.Remembered;

/**
 * Keeps what people may still ask of a case in the transaction in which it ends, together with those it called: the engine may then forget
 * it any day.
 */
@Component
class CaseKeeping {

    /** So many older cases are kept by one pass. */
    private static final int MOST = 2000;

    private final JdbcClient jdbc;
    private final HistoryService history;
    private final CaseMemory memory;
    private final EndedCases cases;
    private final TransactionTemplate transaction;
    private volatile boolean olderKept;

    CaseKeeping(
            JdbcClient jdbc,
            HistoryService history,
            CaseMemory memory,
            EndedCases cases,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.history = history;
        this.memory = memory;
        this.cases = cases;
        this.transaction = transaction;
    }

    /** Before the commit, when the engine has written its history. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(CaseEnded end) {
        keep(end.instance());
    }

    /** Cases that ended under a release that kept none, in passes until none is left. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void keepOlder() {
        if (olderKept) {
            return;
        }
        var older = jdbc.sql("select h.proc_inst_id_ from act_hi_procinst h where h.end_time_ is not null"
                        + " and h.root_proc_inst_id_ = h.proc_inst_id_"
                        + " and not exists (select 1 from ended_case e where e.instance = h.proc_inst_id_)"
                        + " order by h.end_time_ limit " + MOST)
                .query(String.class)
                .list();
        older.forEach(one -> transaction.executeWithoutResult(status -> keep(one)));
        olderKept = older.isEmpty();
    }

    @EventListener
    void on(DossierForgotten forgotten) {
        var key = forgotten.dossier();
        var known = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .rootProcessInstances()
                .finished()
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .toList();
        if (!known.isEmpty()) {
            history.deleteHistoricProcessInstances(known);
        }
        for (var one = cases.newestOf(key); one.isPresent(); one = cases.newestOf(key)) {
            cases.delete(one.get().instance());
        }
    }

    private void keep(String root) {
        memory.find(root)
                .filter(one -> one.endedAt().isPresent() && cases.find(root).isEmpty())
                .ifPresent(one -> keep(one, Optional.empty()));
    }

    private void keep(Remembered one, Optional<String> caller) {
        cases.insert(one, caller, memory.way(one.instance()), memory.known(one.instance()));
        memory.calledBy(one.instance()).stream()
                .filter(called -> called.endedAt().isPresent())
                .forEach(called -> keep(called, Optional.of(one.instance())));
    }
}
