package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.document.OutgoingDocument;
import vn.lantoa.dossier.DossierKey;
import vn.lantoa.engine.TaskOpened;
import vn.lantoa.engine.TasksOpened;

/** What the service tasks of {@code unit-report} do, and how the report's state follows the diagram. */
@Component
public class ReportProgress {

    private final ReportRows rows;
    private final ReportStory story;
    private final Deadlines deadlines;
    private final ReportNumbers numbers;
    private final SubordinateSums below;
    private final ReportBackground background;
    private final Clock clock;

    ReportProgress(
            ReportRows rows,
            ReportStory story,
            Deadlines deadlines,
            ReportNumbers numbers,
            SubordinateSums below,
            ReportBackground background,
            Clock clock) {
        this.below = below;
        this.background = background;
        this.rows = rows;
        this.numbers = numbers;
        this.story = story;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Sends to the superior. The first sending fixes the timeliness; a return or a withdrawal never changes it (ADR 0016). */
    @Transactional
    public void send(DossierKey dossier) {
        var report = rows.lock(ReportId.of(dossier));
        fixTimeliness(report);
        rows.sent(report.id(), clock.instant());
        numbers.expect(report, false);
        var number = numbers.document(report).map(OutgoingDocument::inWords);
        if (number.isPresent()) {
            story.tell(report, "sent-numbered", null, null, null, null, number.get());
        } else {
            story.tell(report, "sent", null, null, null, null);
        }
    }

    /** The numbered report of a unit without a superior in the system: it went out on paper, and nothing in it changes any more. */
    @Transactional
    public void sendOutside(DossierKey dossier) {
        var report = rows.lock(ReportId.of(dossier));
        fixTimeliness(report);
        rows.sent(report.id(), clock.instant());
        rows.sentOutside(report.id());
        below.freeze(report, background.indicators(report));
        var document = numbers.document(report).orElseThrow();
        story.tell(
                report, "sent-outside", null, null, null, null, document.inWords(), ReportWords.day(document.dated()));
    }

    /** The superior has accepted: nothing in it changes any more without being opened again. */
    @Transactional
    public void lock(DossierKey dossier) {
        var report = rows.lock(ReportId.of(dossier));
        rows.accepted(report.id(), report.enteredBySuperior(), clock.instant());
        below.freeze(report, background.indicators(report));
        story.tell(report, "locked", null, null, null, null);
    }

    /** The superior has returned it: by the date named there, or the dated default of working days. */
    @Transactional
    public void returnForCompletion(DossierKey dossier) {
        var report = rows.lock(ReportId.of(dossier));
        var named = story.lastReturn(report.id()).newDate();
        var until = named == null ? deadlines.defaultReturn(LocalDate.now(clock)) : named;
        rows.draftAs(report.id(), ReportState.RETURNED, until);
        story.tell(report, "returned", null, null, null, until, ReportWords.day(until));
    }

    /** The unit took it back before it was accepted: drafting goes on; the first sending stays what it was. */
    @Transactional
    public void recordWithdrawal(DossierKey dossier) {
        var report = rows.lock(ReportId.of(dossier));
        rows.takenBack(report.id());
        numbers.drop(report);
    }

    /** What the superior entered for the unit counts as sent and is locked, marked "cấp trên nhập thay". */
    @Transactional
    public void recordEntry(DossierKey dossier) {
        var report = rows.lock(ReportId.of(dossier));
        fixTimeliness(report);
        rows.sent(report.id(), clock.instant());
        rows.accepted(report.id(), true, clock.instant());
        below.freeze(report, background.indicators(report));
        story.tell(report, "entered", null, null, null, null);
    }

    /** An accepted report is drafted anew; what is then sent is a restatement. */
    @Transactional
    public void openRestatement(DossierKey dossier) {
        var report = rows.lock(ReportId.of(dossier));
        rows.draftAs(report.id(), ReportState.REOPENED, deadlines.defaultReturn(LocalDate.now(clock)));
    }

    /** The state of a report is the step its process waits at. */
    @EventListener
    void follow(TaskOpened opened) {
        if (opened.step().process().equals(UnitReport.PROCESS)) {
            var report = rows.lock(ReportId.of(opened.dossier()));
            rows.moveTo(report.id(), ReportState.at(opened.step().step(), report.state(), report.draftState()));
            if (opened.step().step().equals(UnitReport.NUMBER)) {
                numbers.expect(report, true);
            }
        }
    }

    /** Reports that were opened together wait where they were written to wait: at their draft. */
    @EventListener
    void follow(TasksOpened opened) {
        opened.tasks().stream()
                .filter(one -> !one.step().process().equals(UnitReport.PROCESS)
                        || !one.step().step().equals(UnitReport.DRAFT))
                .forEach(this::follow);
    }

    private void fixTimeliness(Report report) {
        if (report.sent().isEmpty()) {
            var now = clock.instant();
            rows.firstSent(report.id(), now, deadlines.judge(report, now));
        }
    }
}
