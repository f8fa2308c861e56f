package vn.lantoa.commendation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audit.AuditVerification;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.commendation.AwardFixtures;
import vn.lantoa.commendation.Nomination;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.organization.Actor;
import vn.lantoa.organization.Post;
import vn.lantoa.organization.UnitId;
import vn.lantoa.tasklist.Completion;
import vn.lantoa.tasklist.TaskFilter;
import vn.lantoa.tasklist.Tasklist;
import vn.lantoa.testing.IntegrationTest;

/** bpmn/commendation/personal-data-request.bpmn to each of its ends, and what is left of a person afterwards. */
@IntegrationTest
class DataRequestProcessTest {

    private static final Locale VIETnameSE = Locale.forLanguageTag("vi");
    private static final List<String> GIVEN = List.of("Xuân", "Hạ", "Thu", "Đông", "Tuyết", "Mai", "Trúc", "Cúc");
    private static int people;

    @Autowired
    ApplicationContext context;

    @Autowired
    DataRequests requests;

    @Autowired
    NomineeRetention retention;

    @Autowired
    Nominations nominations;

    @Autowired
    Tasklist tasklist;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    AwardFixtures award;
    UnitId unit;
    Actor officer;
    Actor leader;
    NominationId nominated;

    /** Each test another person: who is nominated twice is found. */
    String name;

    @BeforeEach
    void somebodyIsNominated() {
        award = new AwardFixtures(context);
        unit = award.branch.a11;
        officer = award.branch.officer(unit);
        leader = award.branch.leader(unit);
        name = "Trịnh Thị Hoa Lư " + GIVEN.get(people++);
        nominated = award.nominate(unit, "BK_TLD", name);
    }

    @Test
    void who_asks_to_see_gets_all_that_is_held_within_the_legal_days() {
        var id = recorded(DataRequest.Kind.ACCESS);
        var request = requests.find(officer, id);
        assertThat(request.firstDue()).isEqualTo(workingDays.plus(today(), 2));
        assertThat(request.due()).isEqualTo(today().plusDays(10));
        complete(officer, id, "AnswerRequest", "accept", Map.of("verified", true));
        var held = requests.extract(officer, id);
        assertThat(held.nominee().name()).isEqualTo(name);
        assertThat(held.consents()).hasSize(1);
        complete(officer, id, "CarryOutRequest", "extend", Map.of("reason", "Hồ sơ nằm ở hai nơi"));
        assertThat(requests.find(officer, id).due()).isEqualTo(today().plusDays(25));
        assertThat(attempt(officer, id, "CarryOutRequest", "extend", Map.of("reason", "Lần nữa")))
                .isInstanceOf(Completion.Refused.class);
        complete(officer, id, "CarryOutRequest", "done", Map.of());
        complete(leader, id, "ApproveAnswer", "approve", Map.of());
        assertThat(requests.find(officer, id).state()).isEqualTo(DataRequest.State.DONE);
        assertThat(readings("extract")).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_put_right_only_when_the_leader_agrees() {
        var id = recorded(DataRequest.Kind.CORRECT);
        complete(officer, id, "AnswerRequest", "accept", Map.of("verified", true));
        assertThat(attempt(officer, id, "CarryOutRequest", "done", Map.of())).isInstanceOf(Completion.Refused.class);
        complete(officer, id, "CarryOutRequest", "done", Map.of("name", name + " Anh", "birthYear", 1990));
        assertThat(nameOf(nominated)).isEqualTo(name);
        complete(leader, id, "ApproveAnswer", "return", Map.of("reason", "Thiếu giấy tờ chứng minh"));
        complete(officer, id, "AnswerRequest", "accept", Map.of("verified", true));
        complete(officer, id, "CarryOutRequest", "done", Map.of("name", name + " Anh", "birthYear", 1990));
        complete(leader, id, "ApproveAnswer", "approve", Map.of());
        assertThat(nameOf(nominated)).isEqualTo(name + " Anh");
    }

    @Test
    void a_refusal_names_its_ground_and_is_approved_too() {
        var id = recorded(DataRequest.Kind.DELETE);
        assertThat(attempt(officer, id, "AnswerRequest", "refuse", Map.of())).isInstanceOf(Completion.Refused.class);
        complete(
                officer,
                id,
                "AnswerRequest",
                "refuse",
                Map.of("ground", "Luật 91/2025/QH15, Điều 14: quyết định phải lưu"));
        complete(leader, id, "ApproveAnswer", "approve", Map.of());
        assertThat(requests.find(officer, id).state()).isEqualTo(DataRequest.State.REFUSED);
        assertThat(nameOf(nominated)).isEqualTo(name);
    }

    @Test
    void nobody_accepts_unverified_and_nobody_asks_the_same_twice_or_in_the_future() {
        var id = recorded(DataRequest.Kind.ACCESS);
        assertThat(attempt(officer, id, "AnswerRequest", "accept", Map.of("verified", false)))
                .isInstanceOf(Completion.Refused.class);
        assertThat(record(DataRequest.Kind.ACCESS, number(), today()))
                .isInstanceOfSatisfying(DataRequestOutcome.Refused.class, refused -> assertThat(refused.message())
                        .isEqualTo("privacy.refused.running"));
        assertThat(record(DataRequest.Kind.DELETE, number(), today().plusDays(1)))
                .isInstanceOfSatisfying(DataRequestOutcome.Refused.class, refused -> assertThat(refused.field())
                        .isEqualTo("receivedOn"));
        assertThat(record(DataRequest.Kind.DELETE, "2026-99999", today()))
                .isInstanceOfSatisfying(DataRequestOutcome.Refused.class, refused -> assertThat(refused.field())
                        .isEqualTo("nomination"));
    }

    @Test
    void after_an_erasure_no_table_knows_the_person_the_nomination_is_withdrawn_and_the_chain_verifies() {
        var correction = recorded(DataRequest.Kind.CORRECT);
        complete(officer, correction, "AnswerRequest", "accept", Map.of("verified", true));
        complete(officer, correction, "CarryOutRequest", "done", Map.of("name", name + " Anh"));
        assertThat(hits(name)).isNotEmpty();
        var id = recorded(DataRequest.Kind.WITHDRAW);
        complete(officer, id, "AnswerRequest", "accept", Map.of("verified", true));
        complete(officer, id, "CarryOutRequest", "done", Map.of());
        complete(leader, id, "ApproveAnswer", "approve", Map.of());
        assertThat(hits(name)).isEmpty();
        assertThat(award.state(nominated)).isEqualTo(NominationState.WITHDRAWN);
        assertThat(jdbc.sql("select withdrawn_on from nominee_consent where nomination_id = ?")
                        .param(nominated.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(today());
        assertThat(nominations.nominees(List.of(nominated)).get(nominated).directWorker())
                .as("counts stay")
                .isTrue();
        var operator = award.branch.appoint("quantri." + id, "Người vận hành", Post.ADMINISTRATOR, award.branch.root);
        assertThat(context.getBean(AuditVerification.class).verify(operator).ok())
                .isTrue();
    }

    @Test
    void what_was_kept_long_enough_goes_by_itself_and_nothing_else() {
        var old = award.draft(unit);
        age(old, 13);
        age(nominated, 13);
        retention.workThrough();
        assertThat(award.state(old)).isEqualTo(NominationState.WITHDRAWN);
        assertThat(nameOf(nominated)).isEqualTo(name);
        retention.workThrough();
    }

    private void age(NominationId id, int months) {
        jdbc.sql("update nomination set opened_at = ? where id = ?")
                .params(
                        java.sql.Timestamp.from(clock.instant().minus(java.time.Duration.ofDays(31L * months))),
                        id.value())
                .update();
    }

    private DataRequestId recorded(DataRequest.Kind kind) {
        return ((DataRequestOutcome.Done) record(kind, number(), today())).id();
    }

    private DataRequestOutcome record(DataRequest.Kind kind, String number, LocalDate receivedOn) {
        return requests.record(officer, number, kind, receivedOn, DataRequest.Channel.PAPER);
    }

    private String number() {
        return nominations.find(nominated).map(Nomination::number).orElseThrow();
    }

    private String nameOf(NominationId id) {
        return nominations.nominees(List.of(id)).get(id).name();
    }

    private int readings(String purpose) {
        return jdbc.sql("select count(*) from nominee_access where nomination_id = ? and purpose = ?")
                .params(nominated.value(), purpose)
                .query(Integer.class)
                .single();
    }

    private void complete(Actor actor, DataRequestId id, String step, String outcome, Map<String, Object> answers) {
        assertThat(attempt(actor, id, step, outcome, answers)).isInstanceOf(Completion.Completed.class);
    }

    private Completion attempt(
            Actor actor, DataRequestId id, String step, String outcome, Map<String, Object> answers) {
        var task = tasklist.openFor(actor, TaskFilter.everything()).items().stream()
                .filter(one -> one.dossier().equals(id.dossier()) && one.step().equals(step))
                .findFirst()
                .orElseThrow();
        return tasklist.complete(actor, task.id(), outcome, answers, VIETnameSE);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The columns of all tables, the engine's too, in which a text stands anywhere. */
    private List<String> hits(String text) {
        var hits = new ArrayList<String>();
        try (var connection = context.getBean(DataSource.class).getConnection();
                var columns = connection.getMetaData().getColumns(null, schema(connection), "%", "%")) {
            while (columns.next()) {
                var type = columns.getInt("DATA_TYPE");
                if (type == java.sql.Types.VARCHAR || type == java.sql.Types.CLOB) {
                    var table = columns.getString("TABLE_name");
                    var column = columns.getString("COLUMN_name");
                    var found = jdbc.sql("select count(*) from \"" + table + "\" where \"" + column + "\" like :text")
                            .param("text", "%" + text + "%")
                            .query(Integer.class)
                            .single();
                    if (found > 0) {
                        hits.add(table + "." + column);
                    }
                }
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return hits;
    }

    private static String schema(java.sql.Connection connection) throws java.sql.SQLException {
        return connection.getSchema();
    }
}
