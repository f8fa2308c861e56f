package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.lantoa.form.Qualifier;

/** Which figures cannot be true together, and where "trên", "gần", "hơn" leave room. */
class FigureRulesTest {

    private static final List<ReportRules.Check> CHECKS = List.of(
            check("NOT_ABOVE", "E3", "E2"),
            check("NOT_ABOVE", "D3", "D4"),
            check("TOTAL", "G12", "G1.collective G2.collective"),
            check("YEAR_NOT_BELOW_HALF", "*", null),
            check("WITHIN_COMMUNES", "E6", null));

    private final FigureRules rules = new FigureRules(
            CHECKS,
            List.of(
                    indicator("E2", "flow"),
                    indicator("E3", "flow"),
                    indicator("E6", "flow"),
                    indicator("B1", "flow"),
                    indicator("D3", "stock"),
                    indicator("D4", "stock"),
                    indicator("G12", "flow"),
                    indicator("G1", "flow"),
                    indicator("G2", "flow")));

    @Test
    void a_part_is_not_larger_than_the_whole() {
        assertThat(keys(Map.of("E3", exactly(12), "E2", exactly(11)))).containsExactly("figures.E3");
        assertThat(keys(Map.of("E3", exactly(11), "E2", exactly(11)))).isEmpty();
        assertThat(keys(Map.of("D3", exactly(71), "D4", exactly(70)))).containsExactly("figures.D3");
    }

    @Test
    void what_is_not_stated_breaks_no_rule() {
        assertThat(keys(Map.of("E3", exactly(12), "E2", Figure.notStated()))).isEmpty();
        assertThat(keys(Map.of("E3", exactly(12)))).isEmpty();
    }

    @Test
    void a_qualifier_leaves_the_room_it_says() {
        assertThat(keys(Map.of("E3", exactly(12), "E2", qualified(11, Qualifier.MORE_THAN))))
                .isEmpty();
        assertThat(keys(Map.of("E3", exactly(12), "E2", qualified(11, Qualifier.ALMOST))))
                .containsExactly("figures.E3");
        assertThat(keys(Map.of("E3", qualified(12, Qualifier.ABOUT), "E2", exactly(11))))
                .isEmpty();
        assertThat(keys(Map.of("E3", qualified(12, Qualifier.OVER), "E2", exactly(11))))
                .containsExactly("figures.E3");
    }

    @Test
    void a_total_adds_up_as_far_as_its_parts_are_known() {
        var parts = Map.of("G1.collective", exactly(3), "G2.collective", exactly(4));

        assertThat(keys(with(parts, "G12", exactly(7)))).isEmpty();
        assertThat(keys(with(parts, "G12", exactly(6)))).containsExactly("figures.G12");
        assertThat(keys(with(parts, "G12", exactly(8)))).containsExactly("figures.G12");
        assertThat(keys(Map.of("G1.collective", exactly(3), "G12", exactly(8))))
                .as("a part is missing")
                .isEmpty();
        assertThat(keys(Map.of("G1.collective", exactly(9), "G12", exactly(8)))).containsExactly("figures.G12");
        assertThat(keys(Map.of("G12", exactly(26))))
                .as("a total alone, as published")
                .isEmpty();
    }

    @Test
    void a_year_holds_at_least_its_first_half() {
        var half = new Figures(Map.of("B1", exactly(80), "D3", exactly(80)));

        var violations = rules.violations(
                new Figures(Map.of("B1", exactly(79), "D3", exactly(71))),
                new FigureRules.Background(half, Optional.empty()));

        assertThat(violations).as("a stock may fall").extracting(Refusal::field).containsExactly("figures.B1");
    }

    @Test
    void there_are_not_more_good_communes_than_communes() {
        var background = new FigureRules.Background(Figures.NONE, Optional.of(94));

        assertThat(rules.violations(new Figures(Map.of("E6", exactly(95))), background))
                .hasSize(1);
        assertThat(rules.violations(new Figures(Map.of("E6", exactly(94))), background))
                .isEmpty();
    }

    @Test
    void a_ratio_is_recomputed_and_never_taken_over() {
        var ratio = new Indicator(
                "E4", 1, "III.4", "", "", "%", "ratio", "RATIO", true, false, false, false, false, "E3/E2");

        var figures = new Figures(Map.of("E3", exactly(299), "E2", exactly(311))).withRatios(List.of(ratio));

        assertThat(figures.amount("E4")).contains(new BigDecimal("96.14"));
        assertThat(new Figures(Map.of("E3", exactly(1), "E2", exactly(0)))
                        .withRatios(List.of(ratio))
                        .find("E4"))
                .isEmpty();
    }

    private List<String> keys(Map<String, Figure> figures) {
        return rules
                .violations(new Figures(figures), new FigureRules.Background(Figures.NONE, Optional.empty()))
                .stream()
                .map(Refusal::field)
                .toList();
    }

    private static Map<String, Figure> with(Map<String, Figure> figures, String key, Figure figure) {
        var more = new LinkedHashMap<>(figures);
        more.put(key, figure);
        return more;
    }

    private static Figure exactly(int value) {
        return Figure.exactly(BigDecimal.valueOf(value));
    }

    private static Figure qualified(int value, Qualifier qualifier) {
        return new Figure(Figure.Statement.STATED, BigDecimal.valueOf(value), qualifier, null, null, false);
    }

    private static ReportRules.Check check(String kind, String subject, String against) {
        return new ReportRules.Check(subject + "_" + kind, kind, subject, against, null, null);
    }

    private static Indicator indicator(String code, String kind) {
        return new Indicator(code, 1, "I", "", code, "", kind, "SUM", false, false, true, false, false, null);
    }
}
