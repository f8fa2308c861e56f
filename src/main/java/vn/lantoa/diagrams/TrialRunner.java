package vn.lantoa.diagrams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.BackgroundWork;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.engine.PastRuns;
import vn.lantoa.engine.ProcessFiles;
import vn.lantoa.engine.Rehearsals;
import vn.lantoa.engine.StepDays;

/** Tries drafts one after the other, outside of any request. */
@Component
class TrialRunner extends BackgroundWork {

    private static final Logger LOG = LoggerFactory.getLogger(TrialRunner.class);

    private final TrialRows rows;
    private final ProcessDraftRows drafts;
    private final PastCases cases;
    private final PastRuns runs;
    private final ProcessFiles processes;
    private final Rehearsals rehearsals;
    private final WorkingDays days;
    private final int most;
    private final Duration patience;

    TrialRunner(
            TrialRows rows,
            ProcessDraftRows drafts,
            PastCases cases,
            PastRuns runs,
            ProcessFiles processes,
            Rehearsals rehearsals,
            WorkingDays days,
            @Value("${lantoa.trial.cases:200}") int most,
            @Value("${lantoa.trial.patience:120s}") Duration patience) {
        super("trials");
        this.rows = rows;
        this.drafts = drafts;
        this.cases = cases;
        this.runs = runs;
        this.processes = processes;
        this.rehearsals = rehearsals;
        this.days = days;
        this.most = most;
        this.patience = patience;
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void look() {
        wake();
    }

    @Override
    protected boolean doOne() {
        var taken = rows.take();
        taken.ifPresent(this::work);
        return taken.isPresent();
    }

    private void work(DraftId id) {
        try {
            rows.finish(id, Trial.State.DONE, look(id));
        } catch (RuntimeException e) {
            LOG.warn("The trial of draft {} was cut off", id, e);
            rows.finish(id, Trial.State.FAILED, null);
        }
    }

    private Trial.Found look(DraftId id) {
        var draft = drafts.find(id).orElseThrow();
        var inService = processes.files(processes.newest(draft.process()).orElseThrow());
        var changed = drafts.files(id);
        var past = cases.newest(draft.process(), most);
        rows.progress(id, 0, past.size());
        var comparison = new CaseComparison(days, StepDays.in(inService), StepDays.in(changed));
        return rehearsals.stage(
                draft.process(), inService, changed, stage -> all(id, draft.process(), past, comparison, stage));
    }

    private Trial.Found all(
            DraftId id,
            String process,
            List<PastCases.PastCase> past,
            CaseComparison comparison,
            Rehearsals.Stage stage) {
        var differences = new ArrayList<Difference>();
        var unasked = new TreeSet<String>();
        var until = System.nanoTime() + patience.toNanos();
        int done = 0;
        int compared = 0;
        int differing = 0;
        for (var one : past) {
            if (System.nanoTime() > until) {
                break;
            }
            var run = runs.of(one.instance(), process, one.first());
            var pair = stage.run(run, cases.facts(run.instances()));
            done++;
            if (CaseComparison.comparable(pair)) {
                compared++;
                unasked.addAll(pair.draft().unasked());
                var found = comparison.of(one.dossier(), pair);
                differing += found.isEmpty() ? 0 : 1;
                differences.addAll(found);
            }
            if (done % 5 == 0) {
                rows.progress(id, done, past.size());
            }
        }
        rows.progress(id, done, past.size());
        return new Trial.Found(
                compared, differing, done - compared, past.size() - done, List.copyOf(unasked), differences);
    }
}
