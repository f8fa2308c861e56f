package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
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
                        .errors())
                .containsExactly("unit");
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
    void figures_that_cannot_be_are_refused_at_their_place_and_nothing_is_stored() {
        var report = opened();
        var figures = new HashMap<String, Object>();
        figures.put("D3", Map.of("value", "bảy mươi"));
        figures.put("D4", Map.of("value", -1));

        var refused = client.complete(branch.officer(branch.a1), report, "submit", Map.of("figures", figures));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactlyInAnyOrder("figures.D3", "figures.D4");
        assertThat(values(report)).isEmpty();
    }

    @Test
    void an_unknown_indicator_and_a_variable_slipped_in_are_refused() {
        var report = opened();

        var unknown = client.complete(
                branch.officer(branch.a1), report, "submit", Map.of("figures", Map.of("Z9", Map.of("value", 1))));
        var slipped = client.complete(branch.officer(branch.a1), report, "submit", Map.of("unitLevel", 1));
        var yearOnly = client.complete(
                branch.officer(branch.a1), report, "submit", Map.of("figures", Map.of("E1", Map.of("value", 1))));

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(slipped.status()).isEqualTo(422);
        assertThat(yearOnly.status()).as("E1 is asked once a year").isEqualTo(422);
    }

    @Test
    void ten_megabytes_in_a_field_are_refused() {
        var report = opened();

        var refused = client.complete(
                branch.officer(branch.a1), report, "submit", Map.of("leadership", "a".repeat(10_000_000)));

        assertThat(refused.status()).isIn(413, 422);
        client.completed(branch.officer(branch.a1), report, "nil", Map.of());
    }

    @Test
    void hard_rules_refuse() {
        var report = opened();

        var refused = client.complete(
                branch.officer(branch.a1),
                report,
                "submit",
                Map.of("figures", Map.of("D3", Map.of("value", 71), "D4", Map.of("value", 70))));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errors()).containsExactly("figures.D3");
    }

    @Test
    void a_stock_that_dropped_asks_for_a_reason_which_travels_upward() {
        accepted("2025-Y", Map.of("D3", Map.of("value", 100)));
        var report = opened();

        var silent = client.complete(
                branch.officer(branch.a1), report, "submit", Map.of("figures", Map.of("D3", Map.of("value", 79))));
        client.completed(
                branch.officer(branch.a1),
                report,
                "submit",
                Map.of("figures", Map.of("D3", Map.of("value", 79, "reason", "Giải thể 21 tổ sau sắp xếp"))));
        client.completed(branch.leader(branch.a1), report, "approve", Map.of());

        assertThat(silent.errors()).containsExactly("figures.D3");
        assertThat(client.find(branch.officer(branch.a), report)
                        .body()
                        .at("/values/D3/reason")
                        .asText())
                .isEqualTo("Giải thể 21 tổ sau sắp xếp");
    }

    @Test
    void a_jump_against_last_year_asks_for_a_reason() {
        accepted("2025-H1", Map.of("B1", Map.of("value", 20)));
        var report = opened();

        var silent = client.complete(
                branch.officer(branch.a1), report, "submit", Map.of("figures", Map.of("B1", Map.of("value", 41))));

        assertThat(silent.errors()).containsExactly("figures.B1");
        client.completed(
                branch.officer(branch.a1), report, "submit", Map.of("figures", Map.of("B1", Map.of("value", 40))));
    }

    @Test
    void a_year_is_not_below_its_first_half() {
        accepted("2025-H1", Map.of("B1", Map.of("value", 20)));
        var report = client.open(branch.officer(branch.a), branch.a1.toString(), "2025-Y")
                .body()
                .path("id")
                .asText();

        var refused = client.complete(
                branch.officer(branch.a1), report, "submit", Map.of("figures", Map.of("B1", Map.of("value", 19))));

        assertThat(refused.errors()).containsExactly("figures.B1");
    }

    @Test
    void the_superior_notes_but_does_not_change() {
        var report = opened();
        client.completed(
                branch.officer(branch.a1), report, "submit", Map.of("figures", Map.of("D3", Map.of("value", 71))));
        client.completed(branch.leader(branch.a1), report, "approve", Map.of());

        var changed = client.complete(
                branch.officer(branch.a), report, "accept", Map.of("figures", Map.of("D3", Map.of("value", 70))));
        var silent = client.complete(branch.officer(branch.a), report, "return", Map.of());

        assertThat(changed.errors()).containsExactly("figures.D3");
        assertThat(silent.errors()).as("a return needs a reason").containsExactly("reason");
        client.completed(branch.officer(branch.a), report, "return", Map.of("reason", "Ghi rõ địa bàn"));
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

    private void accepted(String period, Map<String, ?> figures) {
        var report = client.open(branch.officer(branch.a), branch.a1.toString(), period)
                .body()
                .path("id")
                .asText();
        client.completed(branch.officer(branch.a1), report, "submit", Map.of("figures", figures));
        client.completed(branch.leader(branch.a1), report, "approve", Map.of());
        client.completed(branch.officer(branch.a), report, "accept", Map.of());
    }

    private Iterable<String> values(String report) {
        return () -> client.find(branch.officer(branch.a1), report)
                .body()
                .path("values")
                .fieldNames();
    }
}
