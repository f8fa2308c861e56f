package vn.lantoa.reporting.campaign;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleTable;

/** The dated tables of campaigns, described for the rulebook. */
@Configuration
class CampaignRuleTables {

    @Bean
    RuleTable reportSeasons(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "seasons",
                22,
                "report_season",
                "period_kind",
                false,
                false,
                List.of(
                        RuleColumn.choice("period_kind", "H1", "Y").asKey(),
                        RuleColumn.number("open_month", 1, 12),
                        RuleColumn.number("open_day", 1, 28),
                        RuleColumn.number("new_month", 1, 12),
                        RuleColumn.number("new_day", 1, 28)));
    }

    @Bean
    RuleTable reportWaves(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "waves",
                23,
                "report_wave_rule",
                "wave",
                false,
                false,
                List.of(
                        RuleColumn.choice("wave", "FAR", "NEAR", "AFTER", "SUPERIOR", "GRACE")
                                .asKey(),
                        RuleColumn.number("working_days", 0, 30)));
    }
}
