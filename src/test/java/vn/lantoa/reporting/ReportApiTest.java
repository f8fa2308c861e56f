package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** The API of reports: what it refuses and how, and that nothing is lost. */
@IntegrationTest
class ReportApiTest {

    @Autowired
    ApplicationContext context;

    Branch branch;
    ReportClient client;

    @BeforeEach
    void aTree() {
        branch = Branch.grow(context);
        client = new ReportClient(context);
    }

    @AfterEach
    void reportsAndEngineAgree() {
        ReportConsistency.check(context);
    }

    @Test
    void a_report_is_opened_once_for_a_unit_and_period() {
        var first = client.open(branch.officer(branch.a), branch.a1.toString(), "2026-H1");
        var second = client.open(branch.officer(branch.a), branch.a1.toString(), "2026-H1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(409);
        assertThat(client.open(branch.officer(branch.a), branch.unit(branch.a1).code(), "2025-Y")
                        .status())
                .as("a unit may be named by its code")
                .isEqualTo(201);
    }

    @Test
    void only_the_superior_s_officer_opens() {
        assertThat(client.open(branch.officer(branch.root), branch.a1.toString(), "2026-H1")
                        .status())
                .isEqualTo(403);
        assertThat(client.open(branch.leader(branch.a), branch.a1.toString(), "2026-H1")
                        .status())
                .isEqualTo(403);
        assertThat(client.open(branch.officer(branch.b), branch.a1.toString(), "2026-H1")
                        .status())
                .isEqualTo(404);
        assertThat(client.open(branch.officer(branch.a), "999999999", "2026-H1").status())
                .isEqualTo(404);
        assertThat(client.open(branch.officer(branch.a), "khong-co", "2026-H1").status())
                .isEqualTo(404);
        assertThat(client.open(branch.officer(branch.root), branch.root.toString(), "2026-H1")
                        .status())
                .as("a unit without a superior opens its own")
                .isEqualTo(201);
        assertThat(client.open(branch.officer(branch.a), branch.a.toString(), "2026-H1")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-H2", "", "nửa năm", "9999-H1", "2026-13", "0000-Y"})
    void a_period_that_is_none_is_refused(String period) {
        var answer = client.open(branch.officer(branch.a), branch.a1.toString(), period);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("period");
    }

    @Test
    void a_span_that_ends_before_it_begins_is_refused() {
        var backwards = Map.of("type", "span", "from", "2018-06-30", "to", "2017-01-01");

        assertThat(client.open(branch.officer(branch.a), branch.a1.toString(), backwards)
                        .errors())
                .containsExactly("period");
    }

    @Test
    void acts_out_of_season_answer_409_and_bad_ones_422() {
        var report = opened();

        assertThat(client.act(branch.officer(branch.a1), report, "withdrawal", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(client.act(branch.leader(branch.a), report, "reopening", Map.of("reason", "x"))
                        .status())
                .isEqualTo(409);
        assertThat(client.act(
                                branch.leader(branch.a),
                                report,
                                "extension",
                                Map.of("until", "2020-01-01", "reason", "x"))
                        .errors())
                .containsExactly("until");
        assertThat(client.act(branch.leader(branch.a), report, "extension", Map.of("until", "ngày mai", "reason", "x"))
                        .errors())
                .containsExactly("until");
        var until = LocalDate.now().plusDays(30).toString();
        assertThat(client.act(branch.leader(branch.a), report, "extension", Map.of("until", until))
                        .errors())
                .containsExactly("reason");
        assertThat(client.act(branch.officer(branch.a), report, "extension", Map.of("until", until, "reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(client.act(branch.officer(branch.b), report, "entry", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(client.act(branch.leader(branch.a), report, "extension", Map.of("until", until, "reason", "Bão"))
                        .status())
                .isEqualTo(204);
        assertThat(client.find(branch.officer(branch.a1), report)
                        .body()
                        .path("due")
                        .asText())
                .isEqualTo(until);
    }

    @Test
    void a_report_of_another_branch_does_not_exist() {
        var report = opened();

        assertThat(client.find(branch.officer(branch.b), report).status()).isEqualTo(404);
        assertThat(client.find(branch.officer(branch.a2), report).status()).isEqualTo(404);
        assertThat(client.find(branch.officer(branch.a), "999999999").status()).isEqualTo(404);
        assertThat(client.find(branch.officer(branch.root), report).status()).isEqualTo(200);
    }

    @Test
    void the_history_tells_every_act() {
        var report = opened();
        client.completed(branch.officer(branch.a1), report, "nil", Map.of());
        assertThat(client.act(branch.leader(branch.a1), report, "withdrawal", Map.of())
                        .status())
                .isEqualTo(204);

        var history = client.find(branch.officer(branch.a1), report).body().path("history");

        assertThat(history.findValuesAsText("act")).containsExactly("opened", "nil", "withdrawn");
    }

    private String opened() {
        var opened = client.open(branch.officer(branch.a), branch.a1.toString(), "2026-H1");
        assertThat(opened.status()).isEqualTo(201);
        return opened.body().path("id").asText();
    }
}
