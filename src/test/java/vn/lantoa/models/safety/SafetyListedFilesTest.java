package vn.lantoa.models.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lantoa.engine.Processes;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.testing.IntegrationTest;

/** Files settled by a list of outside decisions: only what its leader has approved, and no unit twice. */
@IntegrationTest
class SafetyListedFilesTest extends SafetyListDesk {

    @Autowired
    Processes processes;

    @Test
    void a_list_ends_the_files_it_names_and_counts_the_places() {
        safety.on(java.time.LocalDate.of(2027, 10, 1));
        var first = safety.at(safety.branch.a11, State.AWAITING);
        var look = lists.apply(
                officer,
                safety.branch.a1,
                recognition(
                        2027,
                        Map.of(SafetyResult.PASSED, 2, SafetyResult.FAILED, 1),
                        row(2, "DN", code("a11"), null, "Đạt"),
                        row(3, "Doanh nghiệp", null, "CĐCS Công ty Điện tử A12", "chưa đạt"),
                        row(4, "KDC", null, "Khu dân cư số 4", "đạt")));
        assertThat(look.sound()).as("%s", look).isTrue();
        assertThat(safety.file(first).state()).isEqualTo(State.RECOGNISED);
        assertThat(processes.running(first.dossier())).isFalse();
        var counts = overview(2027);
        assertThat(counts.passed()).isEqualTo(1);
        assertThat(counts.failed()).isEqualTo(1);
        assertThat(counts.registered())
                .as("who is decided about was registered")
                .isEqualTo(2);
        assertThat(context.getBean(SafetyOverview.class)
                        .results(officer, safety.branch.a1, SafetyDecision.Kind.RECOGNITION, 2027))
                .extracting(SafetyOverview.Entry::name)
                .containsExactlyInAnyOrder("CĐCS Công ty May A11", "CĐCS Công ty Điện tử A12", "Khu dân cư số 4");
    }

    @Test
    void a_file_must_await_its_decision_and_no_unit_is_decided_about_twice() {
        safety.on(java.time.LocalDate.of(2027, 10, 1));
        safety.at(safety.branch.a11, State.SENDING);
        var withdrawing = safety.at(safety.branch.a12, State.AWAITING);
        safety.complete(
                safety.branch.officer(safety.branch.a12),
                withdrawing,
                "RecordDecision",
                "withdraw",
                Map.of("withdrawReason", "Giải thể"));
        var own = safety.at(safety.branch.a1, State.AWAITING);
        safety.complete(officer, own, "RecordDecision", "record", safety.decision("FAILED"));
        var look = lists.look(
                officer,
                safety.branch.a1,
                recognition(
                        2027,
                        Map.of(SafetyResult.PASSED, 3, SafetyResult.FAILED, 0),
                        row(2, "DN", code("a11"), null, "Đạt"),
                        row(3, "DN", code("a12"), null, "Đạt"),
                        row(4, "DN", code("a1"), null, "Đạt")));
        assertThat(look.troubles())
                .extracting(one -> one.line() + " " + one.message())
                .containsExactly(
                        "2 safety.list.not-awaiting.not-sent",
                        "3 safety.list.not-awaiting.withdrawing",
                        "4 safety.list.decided");
    }

    @Test
    void an_approved_file_nobody_recorded_as_sent_is_settled_when_the_sender_says_it_was() {
        safety.on(java.time.LocalDate.of(2027, 10, 1));
        var sending = safety.at(safety.branch.a11, State.SENDING);
        var closed = safety.at(safety.branch.a12, State.SENDING);
        overdue(closed);
        var leader = safety.branch.leader(safety.branch.a12);
        safety.complete(leader, closed, "DecideUnsent", "close", Map.of("reason", "Chưa thấy gửi"));
        var list = recognition(
                2027,
                Map.of(SafetyResult.PASSED, 1, SafetyResult.FAILED, 1),
                row(2, "DN", code("a11"), null, "Đạt"),
                row(3, "DN", code("a12"), null, "Chưa đạt"));
        assertThat(told(list)).containsExactly("2 not-sent", "3 ended");
        assertThat(told(on(safety.today().minusDays(1), list)))
                .as("a decision before the unit met to assess itself")
                .containsExactly("2 before-minutes", "3 before-minutes");
        assertThat(lists.apply(officer, safety.branch.a1, sent(list)).sound()).isTrue();
        assertThat(safety.file(sending).state()).isEqualTo(State.RECOGNISED);
        assertThat(safety.file(sending).sentOn()).isEqualTo(safety.today());
        assertThat(safety.file(sending).sentTo()).isEqualTo("Chủ tịch UBND xã A1");
        assertThat(processes.running(sending.dossier())).isFalse();
        assertThat(safety.file(closed).state()).isEqualTo(State.NOT_RECOGNISED);
        assertThat(overview(2027).assessed()).isEqualTo(2);
        assertThat(context.getBean(vn.lantoa.dossier.Timeline.class).of(sending.dossier()))
                .extracting(vn.lantoa.dossier.Timeline.Entry::sentence)
                .contains("timeline.safety-file.sent-by-list", "timeline.safety-file.PASSED");
    }

    @Test
    void what_its_leader_has_not_approved_is_not_settled_from_outside_and_says_what_to_do() {
        safety.on(java.time.LocalDate.of(2027, 10, 1));
        safety.at(safety.branch.a1, State.ASSESSING);
        safety.at(safety.branch.a11, State.APPROVING);
        overdue(safety.at(safety.branch.a12, State.SENDING));
        var list = recognition(
                2027,
                Map.of(SafetyResult.PASSED, 3, SafetyResult.FAILED, 0),
                row(2, "DN", code("a1"), null, "Đạt"),
                row(3, "DN", code("a11"), null, "Đạt"),
                row(4, "DN", code("a12"), null, "Đạt"));
        assertThat(told(sent(list))).containsExactly("2 not-approved", "3 not-approved", "4 overdue");
        assertThat(overview(2027).passed()).isZero();
    }

    private void overdue(SafetyFileId id) {
        safety.jdbc
                .sql("update safety_file set send_by = ? where id = ?")
                .params(safety.today().minusDays(1), id.value())
                .update();
        context.getBean(SafetyDay.class).workThrough();
        assertThat(safety.file(id).state()).isEqualTo(State.OVERDUE);
    }

    /** The line and the last part of what is told about it. */
    private List<String> told(SafetyLists.Draft list) {
        return lists.look(officer, safety.branch.a1, list).troubles().stream()
                .map(one -> one.line() + " " + one.message().replace("safety.list.not-awaiting.", ""))
                .toList();
    }

    private static SafetyLists.Draft sent(SafetyLists.Draft list) {
        return new SafetyLists.Draft(list.decision(), list.stated(), list.rows(), true);
    }

    private static SafetyLists.Draft on(java.time.LocalDate day, SafetyLists.Draft list) {
        var decision = list.decision();
        return new SafetyLists.Draft(
                new SafetyDecision(decision.kind(), decision.year(), decision.number(), day, decision.issuer()),
                list.stated(),
                list.rows(),
                true);
    }
}
