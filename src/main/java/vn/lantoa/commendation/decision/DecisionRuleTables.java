package vn.lantoa.commendation.decision;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleTable;

/** The dated tables of decisions, described for the rulebook. */
@Configuration
class DecisionRuleTables {

    @Bean
    RuleTable awardIndicators(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "award-indicators",
                88,
                "award_indicator",
                "code",
                false,
                true,
                List.of(RuleColumn.text("code", 30).asKey(), RuleColumn.text("indicator", 10)));
    }

    /** Which awards of one nominee for one time are paid together; without a row each is paid. */
    @Bean
    RuleTable awardsTogether(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "awards-together",
                47,
                "award_together_rule",
                "together",
                false,
                false,
                List.of(
                        RuleColumn.choice("together", "TITLES", "AWARDS", "TITLE_AND_AWARD")
                                .asKey(),
                        RuleColumn.choice("pays", "HIGHEST", "EACH")));
    }

    @Bean
    RuleTable awardGrounds(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "award-grounds",
                89,
                "award_letter_basis",
                "place",
                false,
                true,
                List.of(RuleColumn.number("place", 1, 99).asKey(), RuleColumn.text("wording", 400)));
    }
}
