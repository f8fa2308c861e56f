package vn.lantoa.reporting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.reporting.ReportDesk.figures;
import static vn.lantoa.reporting.ReportDesk.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.calendar.HouseClock;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.calendar.VietnamTime;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.Report;
import vn.lantoa.reporting.ReportActs;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportId;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportState;
import vn.lantoa.reporting.ReportingPeriod;
import vn.lantoa.reporting.Reports;
import vn.lantoa.testing.Branch;

import vn.lantoa.testing.IntegrationTest;

/** bpmn/reporting/unit-report.bpmn, walked by the people who use it; delegates real. */
@IntegrationTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UnitReportProcessTest {

    private static final Set<String> WALKED = new HashSet<>();
    private static final Map<String, Object> NOTHING = Map.of();

    @Autowired
    ApplicationContext context;

    @Autowired
    Reports reports;

    @Autowired
    ReportActs acts;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    HouseClock clock;

    Branch branch;
    ReportDesk desk;
    ReportId report;

    @BeforeEach
    void inJune2027() {
        itIs(2027, 6, 1);
        branch = Branch.grow(context);
        desk = new ReportDesk(context);
    }

    @AfterEach
    void everythingAgrees() {
        if (report != null) {
            rememberTheWay();
        }
        clock.setOffset(Duration.ZERO);
        ReportConsistency.check(context);
    }

    @Test
    void a_province_s_report_is_checked_approved_sent_and_accepted() {
        open(branch.root, branch.a);
        assertThat(state()).isEqualTo(ReportState.DRAFTING);
        submit(branch.a, 74);
        assertThat(state()).isEqualTo(ReportState.CHECKING);
        desk.complete(branch.checker(branch.a), report, "CheckReport", "pass", NOTHING);
        assertThat(state()).isEqualTo(ReportState.APPROVING);
        approve(branch.a);
        assertThat(state()).isEqualTo(ReportState.SENT);
        accept(branch.root);

        assertThat(state()).isEqualTo(ReportState.ACCEPTED);
        assertThat(passed()).contains("SendReport", "LockReport", "ReportAccepted");
        assertThat(now().timeliness().status()).isEqualTo(Timeliness.Status.ON_TIME);
        assertThat(desk.isEmpty(branch.officer(branch.a), report)).isTrue();
    }

    @Test
    void the_checker_returns_with_a_note_at_the_figure() {
        open(branch.root, branch.a);
        submit(branch.a, 74);

        desk.complete(
                branch.checker(branch.a), report, "CheckReport", "return",
                Map.of("reason", "Soát lại số tổ", "figures", Map.of("D3", Map.of("note", "Thiếu tổ ở xã A2"))));

        assertThat(state()).isEqualTo(ReportState.DRAFTING);
        submit(branch.a, 75);
        assertThat(amount("D3")).isEqualTo("75");
    }

    @Test
    void a_commune_s_report_needs_no_check_and_its_leader_returns_then_corrects() {
        open(branch.a, branch.a1);
        submit(branch.a1, 71);
        desk.complete(branch.leader(branch.a1), report, "ApproveReport", "return", Map.of("reason", "Thiếu phần II"));
        submit(branch.a1, 72);

        desk.complete(
                branch.leader(branch.a1), report, "ApproveReport", "approve", figures(Map.of("D3", value(73))));

        assertThat(passed()).doesNotContain("CheckReport");
        assertThat(amount("D3")).isEqualTo("73");
        assertThat(reports.find(branch.leader(branch.a1), report).figures().find("D3").orElseThrow().corrected())
                .isTrue();
        assertThat(now().revision()).as("submitted twice, corrected once").isEqualTo(3);
        accept(branch.a);
    }

    @Test
    void what_the_superior_returns_stays_in_time_however_long_it_takes() {
        open(branch.a, branch.a1);
        submit(branch.a1, 71);
        approve(branch.a1);
        itIs(2027, 6, 30);

        desk.complete(branch.officer(branch.a), report, "AcceptReport", "return", Map.of("reason", "Bổ sung phần IV"));

        assertThat(state()).isEqualTo(ReportState.RETURNED);
        assertThat(now().returnedUntil()).as("three working days after 30/6").isEqualTo(LocalDate.of(2027, 7, 5));
        assertThat(desk.task(branch.officer(branch.a1), report, "DraftReport").due())
                .isEqualTo(LocalDate.of(2027, 7, 5));
        itIs(2027, 7, 20);
        submit(branch.a1, 71);
        approve(branch.a1);
        accept(branch.a);
        assertThat(now().timeliness()).isEqualTo(new Timeliness(Timeliness.Status.ON_TIME, 0));
    }

    @Test
    void the_superior_may_name_the_new_date() {
        open(branch.a, branch.a1);
        submit(branch.a1, 71);
        approve(branch.a1);

        desk.complete(
                branch.officer(branch.a), report, "AcceptReport", "return",
                Map.of("reason", "Bổ sung phần IV", "newDate", "2027-06-18"));

        assertThat(now().returnedUntil()).isEqualTo(LocalDate.of(2027, 6, 18));
    }

    @Test
    void a_report_sent_too_late_is_late_by_calendar_days() {
        open(branch.a, branch.a1);
        itIs(2027, 6, 14);
        submit(branch.a1, 71);
        approve(branch.a1);

        assertThat(now().timeliness()).isEqualTo(new Timeliness(Timeliness.Status.LATE, 4));
        accept(branch.a);
    }

    @Test
    void the_unit_takes_it_back_from_checking_approval_and_the_superior() {
        open(branch.root, branch.a);
        submit(branch.a, 74);
        withdraw(branch.a);
        submit(branch.a, 74);
        desk.complete(branch.checker(branch.a), report, "CheckReport", "pass", NOTHING);
        withdraw(branch.a);
        submit(branch.a, 74);
        desk.complete(branch.checker(branch.a), report, "CheckReport", "pass", NOTHING);
        approve(branch.a);
        withdraw(branch.a);

        assertThat(now().timeliness().status()).as("fixed by the first sending").isEqualTo(Timeliness.Status.ON_TIME);
        assertThat(desk.isEmpty(branch.officer(branch.root), report)).isTrue();
        assertThat(acts.withdraw(branch.officer(branch.a), report)).isInstanceOf(ReportOutcome.Conflict.class);
    }

    @Test
    void the_superior_enters_for_the_unit() {
        open(branch.a, branch.a1);
        enterForUnit();
        assertThat(desk.isEmpty(branch.officer(branch.a1), report)).isTrue();
        desk.complete(branch.officer(branch.a), report, "EnterForUnit", "submit", figures(Map.of("D3", value(4))));
        desk.complete(branch.leader(branch.a), report, "ApproveEntry", "return", Map.of("reason", "Xem lại"));
        desk.complete(branch.officer(branch.a), report, "EnterForUnit", "submit", figures(Map.of("D3", value(5))));
        assertThat(state()).isEqualTo(ReportState.APPROVING_ENTRY);
        desk.complete(branch.leader(branch.a), report, "ApproveEntry", "approve", NOTHING);

        assertThat(state()).isEqualTo(ReportState.ACCEPTED);
        assertThat(now().enteredBySuperior()).isTrue();
        assertThat(passed()).contains("RecordEntry", "ReportEntered");
        assertThat(amount("D3")).isEqualTo("5");
    }

    @Test
    void the_superior_hands_the_entry_back() {
        open(branch.a, branch.a1);
        enterForUnit();

        desk.complete(branch.officer(branch.a), report, "EnterForUnit", "handBack", Map.of("reason", "Đơn vị tự làm"));

        submit(branch.a1, 71);
        approve(branch.a1);
        accept(branch.a);
        assertThat(now().enteredBySuperior()).isFalse();
    }

    @Test
    void an_accepted_report_is_opened_again_for_a_restatement() {
        open(branch.a, branch.a1);
        submit(branch.a1, 71);
        approve(branch.a1);
        accept(branch.a);

        assertThat(acts.reopen(branch.leader(branch.a), report, "Đếm trùng hai tổ")).isInstanceOf(ReportOutcome.Done.class);

        assertThat(state()).isEqualTo(ReportState.REOPENED);
        assertThat(acts.reopen(branch.leader(branch.a), report, "Lần nữa")).isInstanceOf(ReportOutcome.Conflict.class);
        submit(branch.a1, 69);
        approve(branch.a1);
        accept(branch.a);
        assertThat(amount("D3")).isEqualTo("69");
        assertThat(now().revision()).isEqualTo(2);
        assertThat(now().timeliness().status()).isEqualTo(Timeliness.Status.ON_TIME);
    }

    @Test
    void a_nil_report_states_zeros_and_repeats_the_stocks() {
        open(branch.a, branch.a1, ReportingPeriod.firstHalfOf(2026));
        submit(branch.a1, 71);
        approve(branch.a1);
        open(branch.a, branch.a1);

        desk.complete(branch.officer(branch.a1), report, "DraftReport", "nil", NOTHING);
        approve(branch.a1);
        accept(branch.a);

        assertThat(amount("B1")).isEqualTo("0");
        assertThat(amount("G1.collective")).isEqualTo("0");
        assertThat(amount("D3")).isEqualTo("71");
        assertThat(reports.find(branch.officer(branch.a1), report).figures().asAnswers().get("D4"))
                .isEqualTo(Map.of("notStated", true));
    }

    @Test
    void one_unit_gets_more_time_from_the_superior_s_leader() {
        open(branch.a, branch.a1);
        var until = LocalDate.of(2027, 6, 25);

        assertThat(acts.extend(branch.leader(branch.a), report, until, "Bão số 2")).isInstanceOf(ReportOutcome.Done.class);

        assertThat(desk.task(branch.officer(branch.a1), report, "DraftReport").due()).isEqualTo(until);
        itIs(2027, 6, 25);
        submit(branch.a1, 71);
        approve(branch.a1);
        assertThat(now().timeliness().status()).isEqualTo(Timeliness.Status.ON_TIME);
        assertThat(acts.extend(branch.leader(branch.a), report, until, "Nữa")).isInstanceOf(ReportOutcome.Conflict.class);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void every_flow_of_the_diagram_was_walked() {
        report = null;
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("unit-report")
                .latestVersion()
                .singleResult();
        var flows = repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(SequenceFlow.class).stream()
                .map(flow -> flow.getSource().getId() + " → " + flow.getTarget().getId())
                .toList();

        assertThat(WALKED).containsAll(flows);
    }

    private void open(UnitId superior, UnitId unit) {
        open(superior, unit, ReportingPeriod.firstHalfOf(2027));
    }

    private void open(UnitId superior, UnitId unit, ReportingPeriod period) {
        var opened = reports.open(branch.officer(superior), unit, period);
        assertThat(opened).isInstanceOf(ReportOutcome.Done.class);
        report = ((ReportOutcome.Done) opened).report();
    }

    private void submit(UnitId unit, int groups) {
        desk.complete(
                branch.officer(unit), report, "DraftReport", "submit",
                Map.of("figures", Map.of("D3", value(groups)), "leadership", "Đã ban hành kế hoạch."));
    }

    private void approve(UnitId unit) {
        desk.complete(branch.leader(unit), report, "ApproveReport", "approve", NOTHING);
    }

    private void accept(UnitId superior) {
        desk.complete(branch.officer(superior), report, "AcceptReport", "accept", NOTHING);
    }

    private void withdraw(UnitId unit) {
        assertThat(acts.withdraw(branch.officer(unit), report)).isInstanceOf(ReportOutcome.Done.class);
        assertThat(state()).isEqualTo(ReportState.DRAFTING);
    }

    private void enterForUnit() {
        assertThat(acts.enterForUnit(branch.officer(branch.a), report, "Đơn vị khuyết cán bộ"))
                .isInstanceOf(ReportOutcome.Done.class);
        assertThat(state()).isEqualTo(ReportState.ENTERING);
    }

    private Report now() {
        return reports.find(branch.officer(branch.root), report).report();
    }

    private ReportState state() {
        return now().state();
    }

    private String amount(String key) {
        var figure = reports.find(branch.officer(branch.root), report).figures().find(key).orElseThrow();
        return figure.asAnswer().get("value").toString();
    }

    private List<String> passed() {
        return way().stream().map(HistoricActivityInstance::getActivityId).toList();
    }

    private void itIs(int year, int month, int day) {
        var then = LocalDateTime.of(year, month, day, 9, 0).atZone(VietnamTime.ZONE).toInstant();
        clock.setOffset(Duration.between(Instant.now(), then));
    }

    /** One token walks through the diagram, so that what follows each other in history is joined by a flow. */
    private void rememberTheWay() {
        var way = way();
        for (var i = 1; i < way.size(); i++) {
            if (way.get(i).getProcessInstanceId().equals(way.get(i - 1).getProcessInstanceId())) {
                WALKED.add(way.get(i - 1).getActivityId() + " → " + way.get(i).getActivityId());
            }
        }
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
