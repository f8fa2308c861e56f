package vn.lantoa.reporting;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleTable;

/** The other dated tables of reporting, described for the rulebook: what may be entered in which column. */
@Configuration
class ReportRuleTables {

    static final String INDICATORS = "indicators";
    static final String TERMS = "terms";
    static final String CHECKS = "checks";

    private final JdbcClient jdbc;

    ReportRuleTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Bean
    RuleTable reportTerms() {
        return closed(
                TERMS,
                25,
                "report_term",
                "code",
                RuleColumn.choice("code", "RETURN", "ACCEPT", "SPAN").asKey(),
                RuleColumn.number("working_days", 1, 60));
    }

    @Bean
    RuleTable reportSpans() {
        return closed(
                "spans",
                28,
                "report_span",
                "period_kind",
                DeadlineTable.KIND,
                RuleColumn.number("from_month", 1, 12),
                RuleColumn.number("from_day", 1, 28),
                RuleColumn.number("from_year_before", 0, 1),
                RuleColumn.number("to_month", 1, 12),
                RuleColumn.number("to_day", 1, 28));
    }

    @Bean
    RuleTable reportIndicators() {
        return new DatedTable(
                jdbc,
                INDICATORS,
                40,
                "indicator",
                "position",
                false,
                true,
                List.of(
                        RuleColumn.text("code", 10).asKey(),
                        RuleColumn.text("name", 200),
                        RuleColumn.text("unit_name", 60),
                        RuleColumn.choice(
                                "section", "I", "II", "III.1", "III.2", "III.3", "III.4", "III.5", "III.6", "III.7"),
                        RuleColumn.number("position", 1, 999),
                        RuleColumn.choice("kind", "stock", "flow", "ratio").asFixed(),
                        RuleColumn.choice("roll_up", "SUM", "SUM_OF_LATEST", "DISTINCT", "COUNT_SUBORDINATES", "RATIO")
                                .asFixed(),
                        RuleColumn.yesNo("year_only"),
                        RuleColumn.yesNo("pending_allowed"),
                        RuleColumn.yesNo("integer_only").asFixed(),
                        RuleColumn.yesNo("by_recipient").asFixed(),
                        RuleColumn.yesNo("required"),
                        RuleColumn.text("derived", 40).asFixed().asOptional()));
    }

    @Bean
    RuleTable reportSections() {
        return closed(
                "sections",
                45,
                "report_section",
                "position",
                RuleColumn.text("code", 10).asKey(),
                RuleColumn.number("position", 1, 99).asFixed(),
                RuleColumn.text("title", 200));
    }

    @Bean
    RuleTable reportChecks() {
        return closed(
                CHECKS,
                50,
                "report_rule",
                "code",
                RuleColumn.text("code", 40).asKey(),
                RuleColumn.choice(
                                "kind",
                                "NOT_ABOVE",
                                "TOTAL",
                                "YEAR_NOT_BELOW_HALF",
                                "WITHIN_COMMUNES",
                                "DROP_OVER",
                                "JUMP_OVER")
                        .asFixed(),
                RuleColumn.text("subject", 40).asFixed(),
                RuleColumn.text("against", 400).asFixed().asOptional(),
                RuleColumn.number("threshold", 0, 1000).asOptional(),
                RuleColumn.number("floor_value", 0, 1_000_000).asOptional());
    }

    @Bean
    RuleTable reportFourEyes() {
        return closed(
                "four-eyes",
                60,
                "report_four_eyes",
                "level_no",
                DeadlineTable.LEVEL,
                RuleColumn.yesNo("single_holder_allowed"));
    }

    @Bean
    RuleTable communeCounts() {
        return closed(
                "communes",
                70,
                "commune_count",
                "unit_code",
                RuleColumn.text("unit_code", 40).asKey(),
                RuleColumn.number("communes", 0, 100_000));
    }

    /** A table whose rules always go on: a row gets a successor, never an end alone. */
    private RuleTable closed(String code, int position, String sqlTable, String order, RuleColumn... columns) {
        return new DatedTable(jdbc, code, position, sqlTable, order, false, false, List.of(columns));
    }
}
