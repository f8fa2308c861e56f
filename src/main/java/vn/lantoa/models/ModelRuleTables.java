package vn.lantoa.models;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleTable;

/** The dated tables of the life of models, described for the rulebook. */
@Configuration
class ModelRuleTables {

    private static final int MOST = 1_000;

    @Bean
    RuleTable modelRuleTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "model-rules",
                90,
                "model_rule",
                "rule",
                false,
                false,
                List.of(
                        RuleColumn.choice(
                                        "rule",
                                        "TRIAL_MONTHS",
                                        "REVIEW_MONTHS",
                                        "REVIEW_AHEAD_DAYS",
                                        "FIRST_REMINDER_DAYS",
                                        "SECOND_REMINDER_DAYS",
                                        "OVERDUE_DAYS",
                                        "FAILED_CRITERIA",
                                        "MAX_RETURNS",
                                        "RESUBMISSION_MONTHS",
                                        "MIN_MEMBERS")
                                .asKey(),
                        RuleColumn.number("amount", 0, MOST)));
    }

    @Bean
    RuleTable modelIndicatorTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "model-indicators",
                91,
                "model_indicator",
                "kind_code",
                false,
                true,
                List.of(
                        RuleColumn.text("kind_code", 60).asKey(),
                        RuleColumn.text("groups_indicator", 10),
                        RuleColumn.text("members_indicator", 10)));
    }

    @Bean
    RuleTable modelMeasureReasonTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "model-measure-reasons",
                92,
                "model_measure_reason",
                "measure, reason",
                false,
                true,
                List.of(
                        RuleColumn.choice("measure", "SUSPEND", "RESUME", "CLOSE", "REVOKE", "RAISE")
                                .asKey(),
                        RuleColumn.choice(
                                        "reason",
                                        "PLACE_LOST",
                                        "TOO_FEW",
                                        "REORGANISED",
                                        "AIM_REACHED",
                                        "CONDITIONS_BACK",
                                        "WRONG_FIGURES",
                                        "CONDITIONS_LOST",
                                        "WIDER_EFFECT")
                                .asKey(),
                        RuleColumn.yesNo("offered")));
    }
}
