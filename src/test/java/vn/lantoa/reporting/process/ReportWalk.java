package vn.lantoa.reporting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.reporting.ReportDesk.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.context.ApplicationContext;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.Report;
import vn.lantoa.reporting.ReportActs;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportState;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.Branch;

/** One report on its way through the diagram, by the people of a branch. */
class ReportWalk {

    final Branch branch;
    final ReportDesk desk;
    final Reports reports;
    final ReportActs acts;

    private final HistoryService history;
    private final HouseClock clock;
    private ReportId report;

    ReportWalk(ApplicationContext context) {
        branch = Branch.grow(context);
        desk = new ReportDesk(context);
        reports = context.getBean(Reports.class);
        acts = context.getBean(ReportActs.class);
        history = context.getBean(HistoryService.class);
        clock = context.getBean(HouseClock.class);
    }

    ReportId report() {
        return report;
    }

    void itIsNow() {
        clock.setOffset(Duration.ZERO);
    }

    void open(UnitId superior, UnitId unit) {
        open(superior, unit, ReportingPeriod.firstHalfOf(2027));
    }

    void open(UnitId superior, UnitId unit, ReportingPeriod period) {
        var opened = reports.open(branch.officer(superior), unit, period);
        assertThat(opened).isInstanceOf(ReportOutcome.Done.class);
        report = ((ReportOutcome.Done) opened).report();
    }

    void submit(UnitId unit, int groups) {
        desk.complete(
                branch.officer(unit),
                report,
                "DraftReport",
                "submit",
                Map.of("figures", Map.of("D3", value(groups)), "leadership", "Đã ban hành kế hoạch."));
    }

    void approve(UnitId unit) {
        desk.complete(branch.leader(unit), report, "ApproveReport", "approve", Map.of());
    }

    void accept(UnitId superior) {
        desk.complete(branch.officer(superior), report, "AcceptReport", "accept", Map.of());
    }

    void withdraw(UnitId unit) {
        assertThat(acts.withdraw(branch.officer(unit), report)).isInstanceOf(ReportOutcome.Done.class);
        assertThat(state()).isEqualTo(ReportState.DRAFTING);
    }

    void enterForUnit() {
        assertThat(acts.enterForUnit(branch.officer(branch.a), report, "Đơn vị khuyết cán bộ"))
                .isInstanceOf(ReportOutcome.Done.class);
        assertThat(state()).isEqualTo(ReportState.ENTERING);
    }

    Report now() {
        return reports.find(branch.officer(branch.root), report).report();
    }

    ReportState state() {
        return now().state();
    }

    String amount(String key) {
        var figure = reports.find(branch.officer(branch.root), report)
                .figures()
                .find(key)
                .orElseThrow();
        return figure.asAnswer().get("value").toString();
    }

    List<String> passed() {
        return way().stream().map(HistoricActivityInstance::getActivityId).toList();
    }

    void itIs(int year, int month, int day) {
        var then = LocalDateTime.of(year, month, day, 9, 0)
                .atZone(VietnamTime.ZONE)
                .toInstant();
        clock.setOffset(Duration.between(Instant.now(), then));
    }

    /** One token walks through the diagram, so that what follows each other in history is joined by a flow. */
    Set<String> flows() {
        var flows = new HashSet<String>();
        var way = report == null ? List.<HistoricActivityInstance>of() : way();
        for (var i = 1; i < way.size(); i++) {
            if (way.get(i).getProcessInstanceId().equals(way.get(i - 1).getProcessInstanceId())) {
                flows.add(way.get(i - 1).getActivityId() + " → " + way.get(i).getActivityId());
            }
        }
        return flows;
    }

    private List<HistoricActivityInstance> way() {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(report.dossier().toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .flatMap(instance -> history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance.getId())
                        .orderPartiallyByOccurrence()
                        .asc()
                        .list()
                        .stream())
                .toList();
    }
}
