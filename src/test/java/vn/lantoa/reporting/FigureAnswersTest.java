package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lantoa.testing.Branch;
import vn.lantoa.testing.IntegrationTest;

/** Which figures and texts a report takes, and what it says to the others. */
@IntegrationTest
class FigureAnswersTest {

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
