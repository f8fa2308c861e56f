package vn.lantoa.models.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.dossier.Dossiers;
import vn.lantoa.dossier.Timeline;
import vn.lantoa.engine.Processes;
import vn.lantoa.models.safety.SafetyFile.State;
import vn.lantoa.notification.Inbox;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.UnitId;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/models/safety-standard.bpmn to each of its ends, walked by the people who use it. */
@IntegrationTest
class SafetyStandardProcessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Processes processes;

    @Autowired
    Inbox inbox;

    @Autowired
    Timeline timeline;

    @Autowired
    Dossiers dossiers;

    @Autowired
    SafetyDay day;

    SafetyFixtures safety;
    UnitId unit;
    Actor officer;
    Actor leader;

    @BeforeEach
    void grow() {
        safety = new SafetyFixtures(context);
        unit = safety.branch.a11;
        officer = safety.branch.officer(unit);
        leader = safety.branch.leader(unit);
    }

    @AfterEach
    void back() {
        SafetyFixtures.today(context);
    }

    @Test
    void registered_assessed_approved_sent_and_recognised() {
        safety.site(unit, "ACTIVE");
        var id = safety.at(unit, State.AWAITING);
        assertThat(safety.file(id).meets()).isTrue();
        safety.complete(officer, id, "RecordDecision", "record", safety.decision("PASSED"));
        ended(id, State.RECOGNISED);
        assertThat(inbox.of(leader, null, 10).items()).anySatisfy(notice -> {
            assertThat(notice.kind()).isEqualTo("safety.PASSED");
            assertThat(notice.link()).isEqualTo("/dossiers/safety-file/" + id);
        });
        assertThat(timeline.of(id.dossier()))
                .extracting(Timeline.Entry::sentence)
                .contains("timeline.safety-file.opened", "timeline.safety-file.PASSED");
    }

    @Test
    void without_an_active_model_the_unit_may_send_and_is_not_recognised() {
        safety.site(unit, "SUSPENDED");
        var id = safety.at(unit, State.AWAITING);
        assertThat(safety.file(id).meets()).isFalse();
        assertThat(safety.attempt(officer, id, "RecordDecision", "record", safety.decision("GOOD")))
                .as("khá is a rating, no recognition")
                .isInstanceOf(Completion.Refused.class);
        safety.complete(officer, id, "RecordDecision", "record", safety.decision("FAILED"));
        ended(id, State.NOT_RECOGNISED);
    }

    @Test
    void the_leader_returns_and_the_officer_takes_back_what_was_approved() {
        var id = safety.at(unit, State.APPROVING);
        safety.complete(leader, id, "ApproveAssessment", "return", Map.of("reason", "Thiếu số văn bản"));
        safety.complete(officer, id, "AssessUnit", "check", safety.allMet());
        safety.complete(officer, id, "AssessUnit", "submit", safety.allMet());
        safety.complete(leader, id, "ApproveAssessment", "approve", Map.of());
        safety.complete(officer, id, "SendFile", "back", Map.of());
        assertThat(safety.file(id).state()).isEqualTo(State.ASSESSING);
    }

    @Test
    void a_file_opened_by_mistake_is_dropped_and_leaves_its_place() {
        var id = safety.open(unit);
        safety.complete(officer, id, "RegisterUnit", "discard", Map.of());
        ended(id, State.WITHDRAWN);
        assertThat(safety.open(unit)).isNotEqualTo(id);
    }

    @Test
    void a_registration_is_withdrawn_when_the_leader_agrees_and_goes_on_when_not() {
        var id = safety.at(unit, State.SENDING);
        safety.complete(officer, id, "SendFile", "withdraw", Map.of("withdrawReason", "Đơn vị sắp sáp nhập"));
        assertThat(safety.file(id).state()).isEqualTo(State.WITHDRAWING);
        safety.complete(leader, id, "DecideWithdrawal", "return", Map.of("reason", "Vẫn đủ điều kiện"));
        safety.complete(officer, id, "SendFile", "sent", safety.sending());
        safety.complete(officer, id, "RecordDecision", "withdraw", Map.of("withdrawReason", "Đơn vị sắp sáp nhập"));
        safety.complete(leader, id, "DecideWithdrawal", "return", Map.of("reason", "Chờ quyết định"));
        assertThat(safety.file(id).state()).isEqualTo(State.AWAITING);
        safety.complete(officer, id, "RecordDecision", "withdraw", Map.of("withdrawReason", "Đơn vị giải thể"));
        safety.complete(leader, id, "DecideWithdrawal", "approve", Map.of());
        ended(id, State.WITHDRAWN);
    }

    @Test
    void a_withdrawal_asked_while_assessing_goes_back_there() {
        var id = safety.at(unit, State.ASSESSING);
        safety.complete(officer, id, "AssessUnit", "withdraw", Map.of("withdrawReason", "Ghi nhầm năm"));
        safety.complete(leader, id, "DecideWithdrawal", "return", Map.of("reason", "Không nhầm"));
        safety.complete(officer, id, "AssessUnit", "check", safety.allMet());
        assertThat(safety.file(id).state()).isEqualTo(State.ASSESSING);
    }

    @Test
    void a_small_enterprise_is_told_why_not_and_what_it_can_do_instead() {
        var id = safety.open(unit);
        safety.complete(
                officer,
                id,
                "RegisterUnit",
                "register",
                safety.registration(Map.of("workplace", "DN", "enterpriseSize", "SMALL")));
        var dossier = dossiers.find(id.dossier()).orElseThrow();
        var reading = dossiers.typeOf(id.dossier()).reading(dossier, leader).orElseThrow();
        assertThat(reading.schema().toString()).contains("Doanh nghiệp nhỏ", "TT 124/2021/TT-BCA Điều 2");
        assertThat(dossiers.typeOf(id.dossier()).links(dossier, officer))
                .extracting(link -> link.path())
                .containsExactly("/models/safety?unit=" + unit, "/models");
        safety.complete(officer, id, "ReadWhyNot", "correct", Map.of());
        safety.complete(
                officer,
                id,
                "RegisterUnit",
                "register",
                safety.registration(Map.of("workplace", "DN", "enterpriseSize", "MICRO")));
        safety.complete(officer, id, "ReadWhyNot", "end", Map.of());
        ended(id, State.NOT_AN_OBJECT);
    }

    @Test
    void what_is_not_sent_by_its_day_goes_to_the_leader_who_gives_time_or_closes_and_nothing_ends_by_itself() {
        for (var state : new State[] {State.ASSESSING, State.APPROVING, State.SENDING}) {
            var of = state == State.ASSESSING ? unit : state == State.APPROVING ? safety.branch.a12 : safety.branch.a1;
            var boss = safety.branch.leader(of);
            var id = safety.at(of, state);
            overdue(id);
            day.workThrough();
            day.workThrough();
            assertThat(safety.file(id).state()).isEqualTo(State.OVERDUE);
            assertThat(inbox.of(boss, null, 10).items())
                    .filteredOn(notice -> notice.kind().equals("safety.overdue"))
                    .hasSize(1);
            var late = new HashMap<String, Object>(Map.of("reason", "Chờ xác nhận"));
            late.put("until", safety.today().minusDays(1).toString());
            assertThat(safety.refusal(safety.attempt(boss, id, "DecideUnsent", "extend", late), "until"))
                    .contains("hôm nay");
            late.put("until", safety.today().plusDays(5).toString());
            safety.complete(boss, id, "DecideUnsent", "extend", late);
            assertThat(safety.file(id).state()).isEqualTo(state);
            day.workThrough();
            assertThat(safety.file(id).state()).as("it has time now").isEqualTo(state);
            overdue(id);
            day.workThrough();
            safety.complete(boss, id, "DecideUnsent", "close", Map.of("reason", "Không đủ điều kiện"));
            ended(id, State.NOT_SENT);
        }
    }

    private void overdue(SafetyFileId id) {
        safety.jdbc
                .sql("update safety_file set send_by = ? where id = ?")
                .params(safety.today().minusDays(1), id.value())
                .update();
    }

    private void ended(SafetyFileId id, State end) {
        assertThat(safety.file(id).state()).isEqualTo(end);
        assertThat(safety.file(id).endedOn()).isEqualTo(safety.today());
        assertThat(processes.running(id.dossier())).isFalse();
    }
}
