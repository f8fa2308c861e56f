package vn.lantoa.commendation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.audit.AuditVerification;
import vn.lantoa.commendation.NominationId;
import vn.lantoa.commendation.NominationState;
import vn.lantoa.commendation.Nominations;
import vn.lantoa.organization.Post;
import vn.lantoa.testing.IntegrationTest;

/** What is left of a person after an erasure, and what goes by itself once it was kept long enough. */
@IntegrationTest
class DataErasureTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    NomineeRetention retention;

    @Autowired
    Nominations nominations;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    DataRequestWalk on;

    @BeforeEach
    void somebodyIsNominated() {
        on = new DataRequestWalk(context);
    }

    @Test
    void after_an_erasure_no_table_knows_the_person_the_nomination_is_withdrawn_and_the_chain_verifies() {
        var correction = on.recorded(DataRequest.Kind.CORRECT);
        on.complete(on.officer, correction, "AnswerRequest", "accept", Map.of("verified", true));
        on.complete(on.officer, correction, "CarryOutRequest", "done", Map.of("name", on.name + " Anh"));
        assertThat(hits(on.name)).isNotEmpty();
        var id = on.recorded(DataRequest.Kind.WITHDRAW);
        on.complete(on.officer, id, "AnswerRequest", "accept", Map.of("verified", true));
        on.complete(on.officer, id, "CarryOutRequest", "done", Map.of());
        on.complete(on.leader, id, "ApproveAnswer", "approve", Map.of());
        assertThat(hits(on.name)).isEmpty();
        assertThat(on.award.state(on.nominated)).isEqualTo(NominationState.WITHDRAWN);
        assertThat(jdbc.sql("select withdrawn_on from nominee_consent where nomination_id = ?")
                        .param(on.nominated.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(on.today());
        assertThat(nominations.nominees(List.of(on.nominated)).get(on.nominated).directWorker())
                .as("counts stay")
                .isTrue();
        var operator =
                on.award.branch.appoint("quantri." + id, "Người vận hành", Post.ADMINISTRATOR, on.award.branch.root);
        assertThat(context.getBean(AuditVerification.class).verify(operator).ok())
                .isTrue();
    }

    @Test
    void what_was_kept_long_enough_goes_by_itself_and_nothing_else() {
        var old = on.award.draft(on.unit);
        age(old, 13);
        age(on.nominated, 13);
        retention.workThrough();
        assertThat(on.award.state(old)).isEqualTo(NominationState.WITHDRAWN);
        assertThat(on.nameOf(on.nominated)).isEqualTo(on.name);
        retention.workThrough();
    }

    private void age(NominationId id, int months) {
        jdbc.sql("update nomination set opened_at = ? where id = ?")
                .params(Timestamp.from(clock.instant().minus(Duration.ofDays(31L * months))), id.value())
                .update();
    }

    /** The columns of all tables, the engine's too, in which a text stands anywhere. */
    private List<String> hits(String text) {
        var hits = new ArrayList<String>();
        try (var connection = context.getBean(DataSource.class).getConnection();
                var columns = connection.getMetaData().getColumns(null, schema(connection), "%", "%")) {
            while (columns.next()) {
                var type = columns.getInt("DATA_TYPE");
                if (type == Types.VARCHAR || type == Types.CLOB) {
                    var table = columns.getString("TABLE_NAME");
                    var column = columns.getString("COLUMN_NAME");
                    var found = jdbc.sql("select count(*) from \"" + table + "\" where \"" + column + "\" like :text")
                            .param("text", "%" + text + "%")
                            .query(Integer.class)
                            .single();
                    if (found > 0) {
                        hits.add(table + "." + column);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return hits;
    }

    private static String schema(Connection connection) throws SQLException {
        return connection.getSchema();
    }
}
