package vn.lantoa.commendation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/commendation/personal-data-request.bpmn to each of its ends. */
@IntegrationTest
class DataRequestProcessTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DataRequests requests;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcClient jdbc;

    DataRequestWalk on;

    @BeforeEach
    void somebodyIsNominated() {
        on = new DataRequestWalk(context);
    }

    @Test
    void who_asks_to_see_gets_all_that_is_held_within_the_legal_days() {
        var id = on.recorded(DataRequest.Kind.ACCESS);
        var request = requests.find(on.officer, id);
        assertThat(request.firstDue()).isEqualTo(workingDays.plus(on.today(), 2));
        assertThat(request.due()).isEqualTo(on.today().plusDays(10));
        on.complete(on.officer, id, "AnswerRequest", "accept", Map.of("verified", true));
        var held = requests.extract(on.officer, id);
        assertThat(held.nominee().name()).isEqualTo(on.name);
        assertThat(held.consents()).hasSize(1);
        on.complete(on.officer, id, "CarryOutRequest", "extend", Map.of("reason", "Hồ sơ nằm ở hai nơi"));
        assertThat(requests.find(on.officer, id).due()).isEqualTo(on.today().plusDays(25));
        assertThat(on.attempt(on.officer, id, "CarryOutRequest", "extend", Map.of("reason", "Lần nữa")))
                .isInstanceOf(Completion.Refused.class);
        on.complete(on.officer, id, "CarryOutRequest", "done", Map.of());
        on.complete(on.leader, id, "ApproveAnswer", "approve", Map.of());
        assertThat(requests.find(on.officer, id).state()).isEqualTo(DataRequest.State.DONE);
        assertThat(readings("extract")).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_put_right_only_when_the_leader_agrees() {
        var id = on.recorded(DataRequest.Kind.CORRECT);
        on.complete(on.officer, id, "AnswerRequest", "accept", Map.of("verified", true));
        assertThat(on.attempt(on.officer, id, "CarryOutRequest", "done", Map.of()))
                .isInstanceOf(Completion.Refused.class);
        on.complete(on.officer, id, "CarryOutRequest", "done", Map.of("name", on.name + " Anh", "birthYear", 1990));
        assertThat(on.nameOf(on.nominated)).isEqualTo(on.name);
        on.complete(on.leader, id, "ApproveAnswer", "return", Map.of("reason", "Thiếu giấy tờ chứng minh"));
        on.complete(on.officer, id, "AnswerRequest", "accept", Map.of("verified", true));
        on.complete(on.officer, id, "CarryOutRequest", "done", Map.of("name", on.name + " Anh", "birthYear", 1990));
        on.complete(on.leader, id, "ApproveAnswer", "approve", Map.of());
        assertThat(on.nameOf(on.nominated)).isEqualTo(on.name + " Anh");
    }

    @Test
    void a_refusal_names_its_ground_and_is_approved_too() {
        var id = on.recorded(DataRequest.Kind.DELETE);
        assertThat(on.attempt(on.officer, id, "AnswerRequest", "refuse", Map.of()))
                .isInstanceOf(Completion.Refused.class);
        on.complete(
                on.officer,
                id,
                "AnswerRequest",
                "refuse",
                Map.of("ground", "Luật 91/2025/QH15, Điều 14: quyết định phải lưu"));
        on.complete(on.leader, id, "ApproveAnswer", "approve", Map.of());
        assertThat(requests.find(on.officer, id).state()).isEqualTo(DataRequest.State.REFUSED);
        assertThat(on.nameOf(on.nominated)).isEqualTo(on.name);
    }

    @Test
    void nobody_accepts_unverified_and_nobody_asks_the_same_twice_or_in_the_future() {
        var id = on.recorded(DataRequest.Kind.ACCESS);
        assertThat(on.attempt(on.officer, id, "AnswerRequest", "accept", Map.of("verified", false)))
                .isInstanceOf(Completion.Refused.class);
        assertThat(on.record(DataRequest.Kind.ACCESS, on.number(), on.today()))
                .isInstanceOfSatisfying(DataRequestOutcome.Refused.class, refused -> assertThat(refused.message())
                        .isEqualTo("privacy.refused.running"));
        assertThat(on.record(DataRequest.Kind.DELETE, on.number(), on.today().plusDays(1)))
                .isInstanceOfSatisfying(DataRequestOutcome.Refused.class, refused -> assertThat(refused.field())
                        .isEqualTo("receivedOn"));
        assertThat(on.record(DataRequest.Kind.DELETE, "2026-99999", on.today()))
                .isInstanceOfSatisfying(DataRequestOutcome.Refused.class, refused -> assertThat(refused.field())
                        .isEqualTo("nomination"));
    }

    private int readings(String purpose) {
        return jdbc.sql("select count(*) from nominee_access where nomination_id = ? and purpose = ?")
                .params(on.nominated.value(), purpose)
                .query(Integer.class)
                .single();
    }
}
