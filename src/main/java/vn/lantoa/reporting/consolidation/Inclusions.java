package vn.lantoa.reporting.consolidation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lantoa.audit.AuditTrail;
import vn.lantoa.organization.Access;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.Right;
import vn.lantoa.reporting.Report;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportState;
import vn.lantoa.reporting.Reports;

/** Taking reports that wait for acceptance into a sum: the officer's choice while the unit's own report is drafted, marked wherever it shows. */
@Component
public class Inclusions {

    static final Set<ReportState> DRAFTED =
            EnumSet.of(ReportState.DRAFTING, ReportState.RETURNED, ReportState.REOPENED);

    private final JdbcClient jdbc;
    private final Reports reports;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    Inclusions(JdbcClient jdbc, Reports reports, Access access, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether this person may choose now. */
    public boolean open(Actor actor, Report report) {
        return actor.holds(Post.OFFICER, report.unit()) && DRAFTED.contains(report.state());
    }

    /**
     * Takes in exactly these of the reports that wait for acceptance; others among them are left out.
     *
     * @return whether it was taken; false when the unit's report is not drafted now, or another post than the officer's asks
     * @throws vn.lantoa.organization.NotVisible when there is no such report, or the actor may not read it
     * @throws vn.lantoa.organization.NotAllowed when the actor does no tasks of the unit
     */
    @Transactional
    public boolean choose(Actor actor, ReportId id, Collection<ReportId> chosen) {
        var report = reports.find(actor, id).report();
        access.require(actor, Right.SEE_REPORT, Right.DO_TASK, report.unit());
        if (!open(actor, report)) {
            return false;
        }
        var awaiting = jdbc.sql(
                        "select c.id, case when" + Sources.CHOSEN + "then 1 else 0 end as included from report c where"
                                + Sources.BELOW + "and c.state = 'SENT' and c.accepted_revision is null order by c.id")
                .params(Sources.params(report))
                .query((row, n) -> Map.entry(ReportId.of(row.getLong("id")), row.getInt("included") == 1))
                .list();
        for (var one : awaiting) {
            var wanted = chosen.contains(one.getKey());
            if (wanted != one.getValue()) {
                keep(actor, report, one.getKey(), wanted);
            }
        }
        return true;
    }

    private void keep(Actor actor, Report report, ReportId child, boolean included) {
        jdbc.sql(
                        """
                        insert into consolidation_choice (report_id, child_report_id, included, chosen_by, chosen_at)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        report.id().value(),
                        child.value(),
                        included,
                        actor.id().value(),
                        Timestamp.from(clock.instant()))
                .update();
        audit.record(
                "report.awaiting-included",
                actor,
                report.id().dossier().toString(),
                report.unit(),
                Map.of("child", child.toString(), "included", included),
                Map.of());
    }
}
