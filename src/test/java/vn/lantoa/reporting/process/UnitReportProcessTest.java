package vn.lantoa.reporting.process;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.reporting.ReportDesk.figures;
import static vn.lantoa.reporting.ReportDesk.value;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.calendar.Timeliness;
import vn.lantoa.document.Letterhead;
import vn.lantoa.document.Letterheads;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportConsistency;
import vn.lantoa.reporting.ReportDesk;
import vn.lantoa.reporting.ReportOutcome;
import vn.lantoa.reporting.ReportState;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.Tasklist;
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
    RepositoryService repository;

    ReportWalk walk;
    Branch branch;
    ReportDesk desk;

    @BeforeEach
    void inJune2027() {
        walk = new ReportWalk(context);
        branch = walk.branch;
        desk = walk.desk;
        walk.itIs(2027, 6, 1);
    }

    @AfterEach
    void everythingAgrees() {
        WALKED.addAll(walk.flows());
        walk.itIsNow();
        ReportConsistency.check(context);
    }

    @Test
    void a_province_s_report_is_checked_approved_sent_and_accepted() {
        walk.open(branch.root, branch.a);
        assertThat(walk.state()).isEqualTo(ReportState.DRAFTING);
        walk.submit(branch.a, 74);
        assertThat(walk.state()).isEqualTo(ReportState.CHECKING);
        desk.complete(branch.checker(branch.a), walk.report(), "CheckReport", "pass", NOTHING);
        assertThat(walk.state()).isEqualTo(ReportState.APPROVING);
        walk.approve(branch.a);
        assertThat(walk.state()).isEqualTo(ReportState.SENT);
        walk.accept(branch.root);

        assertThat(walk.state()).isEqualTo(ReportState.ACCEPTED);
        assertThat(walk.passed()).contains("SendReport", "LockReport", "ReportAccepted");
        assertThat(walk.now().timeliness().status()).isEqualTo(Timeliness.Status.ON_TIME);
        assertThat(desk.isEmpty(branch.officer(branch.a), walk.report())).isTrue();
    }

    @Test
    void the_checker_returns_with_a_note_at_the_figure() {
        walk.open(branch.root, branch.a);
        walk.submit(branch.a, 74);

        desk.complete(
                branch.checker(branch.a),
                walk.report(),
                "CheckReport",
                "return",
                Map.of("reason", "Soát lại số tổ", "figures", Map.of("D3", Map.of("note", "Thiếu tổ ở xã A2"))));

        assertThat(walk.state()).isEqualTo(ReportState.DRAFTING);
        walk.submit(branch.a, 75);
        assertThat(walk.amount("D3")).isEqualTo("75");
    }

    @Test
    void a_commune_s_report_needs_no_check_and_its_leader_returns_then_corrects() {
        walk.open(branch.a, branch.a1);
        walk.submit(branch.a1, 71);
        desk.complete(
                branch.leader(branch.a1), walk.report(), "ApproveReport", "return", Map.of("reason", "Thiếu phần II"));
        walk.submit(branch.a1, 72);

        desk.complete(
                branch.leader(branch.a1), walk.report(), "ApproveReport", "approve", figures(Map.of("D3", value(73))));

        assertThat(walk.passed()).doesNotContain("CheckReport");
        assertThat(walk.amount("D3")).isEqualTo("73");
        assertThat(walk.reports
                        .find(branch.leader(branch.a1), walk.report())
                        .figures()
                        .find("D3")
                        .orElseThrow()
                        .corrected())
                .isTrue();
        assertThat(walk.now().revision()).as("submitted twice, corrected once").isEqualTo(3);
        walk.accept(branch.a);
    }

    @Test
    void what_the_superior_returns_stays_in_time_however_long_it_takes() {
        walk.open(branch.a, branch.a1);
        walk.submit(branch.a1, 71);
        walk.approve(branch.a1);
        walk.itIs(2027, 6, 30);

        desk.complete(
                branch.officer(branch.a), walk.report(), "AcceptReport", "return", Map.of("reason", "Bổ sung phần IV"));

        assertThat(walk.state()).isEqualTo(ReportState.RETURNED);
        assertThat(walk.now().returnedUntil())
                .as("three working days after 30/6")
                .isEqualTo(LocalDate.of(2027, 7, 5));
        assertThat(walk.desk
                        .task(branch.officer(branch.a1), walk.report(), "DraftReport")
                        .due())
                .isEqualTo(LocalDate.of(2027, 7, 5));
        walk.itIs(2027, 7, 20);
        walk.submit(branch.a1, 71);
        walk.approve(branch.a1);
        walk.accept(branch.a);
        assertThat(walk.now().timeliness()).isEqualTo(new Timeliness(Timeliness.Status.ON_TIME, 0));
    }

    @Test
    void the_unit_takes_it_back_from_checking_approval_and_the_superior() {
        walk.open(branch.root, branch.a);
        walk.submit(branch.a, 74);
        walk.withdraw(branch.a);
        walk.submit(branch.a, 74);
        desk.complete(branch.checker(branch.a), walk.report(), "CheckReport", "pass", NOTHING);
        walk.withdraw(branch.a);
        walk.submit(branch.a, 74);
        desk.complete(branch.checker(branch.a), walk.report(), "CheckReport", "pass", NOTHING);
        walk.approve(branch.a);
        walk.withdraw(branch.a);

        assertThat(walk.now().timeliness().status())
                .as("fixed by the first sending")
                .isEqualTo(Timeliness.Status.ON_TIME);
        assertThat(desk.isEmpty(branch.officer(branch.root), walk.report())).isTrue();
        assertThat(walk.acts.withdraw(branch.officer(branch.a), walk.report()))
                .isInstanceOf(ReportOutcome.Conflict.class);
    }

    @Test
    void the_superior_enters_for_the_unit() {
        walk.open(branch.a, branch.a1);
        walk.enterForUnit();
        assertThat(desk.isEmpty(branch.officer(branch.a1), walk.report())).isTrue();
        desk.complete(
                branch.officer(branch.a), walk.report(), "EnterForUnit", "submit", figures(Map.of("D3", value(4))));
        desk.complete(branch.leader(branch.a), walk.report(), "ApproveEntry", "return", Map.of("reason", "Xem lại"));
        desk.complete(
                branch.officer(branch.a), walk.report(), "EnterForUnit", "submit", figures(Map.of("D3", value(5))));
        assertThat(walk.state()).isEqualTo(ReportState.APPROVING_ENTRY);
        desk.complete(branch.leader(branch.a), walk.report(), "ApproveEntry", "approve", NOTHING);

        assertThat(walk.state()).isEqualTo(ReportState.ACCEPTED);
        assertThat(walk.now().enteredBySuperior()).isTrue();
        assertThat(walk.passed()).contains("RecordEntry", "ReportEntered");
        assertThat(walk.amount("D3")).isEqualTo("5");
    }

    @Test
    void the_superior_hands_the_entry_back() {
        walk.open(branch.a, branch.a1);
        walk.enterForUnit();

        desk.complete(
                branch.officer(branch.a), walk.report(), "EnterForUnit", "handBack", Map.of("reason", "Đơn vị tự làm"));

        walk.submit(branch.a1, 71);
        walk.approve(branch.a1);
        walk.accept(branch.a);
        assertThat(walk.now().enteredBySuperior()).isFalse();
    }

    @Test
    void an_accepted_report_is_opened_again_for_a_restatement() {
        walk.open(branch.a, branch.a1);
        walk.submit(branch.a1, 71);
        walk.approve(branch.a1);
        walk.accept(branch.a);

        assertThat(walk.acts.reopen(branch.leader(branch.a), walk.report(), "Đếm trùng hai tổ"))
                .isInstanceOf(ReportOutcome.Done.class);

        assertThat(walk.state()).isEqualTo(ReportState.REOPENED);
        assertThat(walk.acts.reopen(branch.leader(branch.a), walk.report(), "Lần nữa"))
                .isInstanceOf(ReportOutcome.Conflict.class);
        walk.submit(branch.a1, 69);
        walk.approve(branch.a1);
        walk.accept(branch.a);
        assertThat(walk.amount("D3")).isEqualTo("69");
        assertThat(walk.now().revision()).isEqualTo(2);
        assertThat(walk.now().timeliness().status()).isEqualTo(Timeliness.Status.ON_TIME);
    }

    @Test
    void a_unit_that_waits_for_a_number_sends_with_it() {
        numberFirst(branch.a1);
        walk.open(branch.a, branch.a1);
        walk.submit(branch.a1, 71);
        walk.approve(branch.a1);
        assertThat(walk.state()).isEqualTo(ReportState.NUMBERING);
        var clerk = branch.actor(Post.RECORDS_OFFICE, branch.a1);

        desk.complete(clerk, walk.report(), "NumberReport", "return", Map.of("reason", "Thiếu chữ ký nháy"));
        walk.submit(branch.a1, 72);
        walk.approve(branch.a1);
        walk.withdraw(branch.a1);
        walk.submit(branch.a1, 73);
        walk.approve(branch.a1);
        assertThat(desk.attempt(clerk, walk.report(), "NumberReport", "number", number(5, "BC CĐ")))
                .isInstanceOf(Completion.Refused.class);
        desk.complete(clerk, walk.report(), "NumberReport", "number", number(5, "BC-CĐ"));

        assertThat(walk.state()).isEqualTo(ReportState.SENT);
        assertThat(story()).contains("Báo cáo số 5/BC-CĐ được gửi lên cấp trên");
        walk.accept(branch.a);
    }

    @Test
    void the_report_of_a_unit_without_a_superior_ends_outside_with_number_and_date() {
        walk.open(branch.root, branch.root);
        walk.submit(branch.root, 74);
        desk.complete(branch.checker(branch.root), walk.report(), "CheckReport", "pass", NOTHING);
        walk.approve(branch.root);
        assertThat(walk.state()).isEqualTo(ReportState.NUMBERING);

        desk.complete(
                branch.actor(Post.RECORDS_OFFICE, branch.root),
                walk.report(),
                "NumberReport",
                "number",
                number(12, "BC-TLĐ"));

        assertThat(walk.state()).isEqualTo(ReportState.SENT_OUTSIDE);
        assertThat(walk.passed()).endsWith("SendOutside", "ReportSentOutside");
        assertThat(walk.now().timeliness().status()).isEqualTo(Timeliness.Status.ON_TIME);
        assertThat(story()).contains("Đã gửi ngoài hệ thống: báo cáo số 12/BC-TLĐ, ngày 01/06/2027");
        assertThat(walk.acts.reopen(branch.leader(branch.root), walk.report(), "Sai số liệu"))
                .isInstanceOf(ReportOutcome.Done.class);
        assertThat(walk.state()).isEqualTo(ReportState.REOPENED);
    }

    private void numberFirst(UnitId unit) {
        assertThat(context.getBean(Letterheads.class)
                        .keep(branch.leader(unit), unit, new Letterhead(null, null, null, null, true)))
                .isEmpty();
    }

    private static Map<String, Object> number(int number, String symbol) {
        return Map.of("number", number, "symbol", symbol, "date", "2027-06-01");
    }

    private java.util.List<String> story() {
        return context
                .getBean(Tasklist.class)
                .dossier(branch.officer(branch.root), walk.report().dossier(), Locale.forLanguageTag("vi"))
                .story()
                .stream()
                .map(sentence -> sentence.text())
                .toList();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void every_flow_of_the_diagram_was_walked() {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("unit-report")
                .latestVersion()
                .singleResult();
        var flows =
                repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(SequenceFlow.class).stream()
                        .map(flow -> flow.getSource().getId() + " → "
                                + flow.getTarget().getId())
                        .toList();

        assertThat(WALKED).containsAll(flows);
    }
}
