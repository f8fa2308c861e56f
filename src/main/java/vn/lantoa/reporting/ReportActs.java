package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import vn.lantoa.dossier.DossierChanged;
import vn.lantoa.engine.Processes;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.NotVisible;
import vn.lantoa.organization.Right;
import vn.lantoa.organization.UnitSuccessions;

/** What may be done with a report beside its steps: taking it back, more time, opening it again, filling it in for the unit. */
@Component
public class ReportActs {

    private static final int LONGEST_REASON = 2000;

    private final ReportRows rows;
    private final ReportStory story;
    private final Processes processes;
    private final UnitSuccessions successions;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportActs(
            ReportRows rows,
            ReportStory story,
            Processes processes,
            UnitSuccessions successions,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.story = story;
        this.processes = processes;
        this.successions = successions;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Takes an own report back before the superior accepted it. The button reads "Rút lại". */
    @Transactional
    public ReportOutcome withdraw(Actor actor, ReportId id) {
        var report = allowed(actor, id, Right.WITHDRAW_REPORT);
        story.tell(report, "withdrawn", actor, Right.WITHDRAW_REPORT, null, null);
        return told(UnitReport.WITHDRAWN, report, "report.conflict.not-withdrawable");
    }

    /**
     * Gives one unit more time: before its first sending for the report, after a return for the supplement.
     *
     * @param until not before today
     */
    @Transactional
    public ReportOutcome extend(Actor actor, ReportId id, LocalDate until, String reason) {
        var report = allowed(actor, id, Right.EXTEND_REPORT);
        if (until == null || until.isBefore(LocalDate.now(clock))) {
            return ReportOutcome.Refused.at("until", "report.refused.until");
        }
        if (unreasoned(reason)) {
            return ReportOutcome.Refused.at("reason", "report.refused.reason");
        }
        if (!ReportAct.EXTEND.possible(report)) {
            return new ReportOutcome.Conflict("report.conflict.not-extendable");
        }
        if (report.sent().isPresent()) {
            rows.draftAs(id, report.draftState(), until);
        } else {
            rows.extend(id, until, reason.strip(), actor.id());
        }
        story.tell(report, "extended", actor, Right.EXTEND_REPORT, reason.strip(), until, ReportWords.day(until));
        events.publishEvent(new DossierChanged(id.dossier()));
        return new ReportOutcome.Done(id);
    }

    /** Opens an accepted report again; what the unit then sends is a restatement. */
    @Transactional
    public ReportOutcome reopen(Actor actor, ReportId id, String reason) {
        allowed(actor, id, Right.REOPEN_REPORT);
        var report = rows.lock(id);
        if (unreasoned(reason)) {
            return ReportOutcome.Refused.at("reason", "report.refused.reason");
        }
        if (!ReportAct.REOPEN.possible(report)) {
            return new ReportOutcome.Conflict("report.conflict.not-accepted");
        }
        story.tell(report, "reopened", actor, Right.REOPEN_REPORT, reason.strip(), null);
        processes.startByMessage(UnitReport.REOPENED, id.dossier(), Map.of(UnitReport.UNIT_LEVEL, report.level()));
        return new ReportOutcome.Done(id);
    }

    /** The superior's officer takes the drafting over. The button reads "Nhập thay đơn vị". */
    @Transactional
    public ReportOutcome enterForUnit(Actor actor, ReportId id, String reason) {
        var report = allowed(actor, id, Right.ENTER_FOR_UNIT);
        if (unreasoned(reason)) {
            return ReportOutcome.Refused.at("reason", "report.refused.reason");
        }
        story.tell(report, "entry-begun", actor, Right.ENTER_FOR_UNIT, reason.strip(), null);
        return told(UnitReport.SUPERIOR_ENTERS, report, "report.conflict.not-drafting");
    }

    private Report allowed(Actor actor, ReportId id, Right right) {
        var report = rows.find(id).orElseThrow(() -> new NotVisible("report " + id));
        access.require(actor, Right.SEE_REPORT, right, successions.answering(report.unit()));
        return report;
    }

    private ReportOutcome told(String message, Report report, String otherwise) {
        if (processes.tell(message, report.id().dossier(), Map.of())) {
            return new ReportOutcome.Done(report.id());
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new ReportOutcome.Conflict(otherwise);
    }

    private static boolean unreasoned(String reason) {
        return reason == null || reason.isBlank() || reason.length() > LONGEST_REASON;
    }
}
