package vn.lantoa.reporting.consolidation;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleTable;

/** What counting indicators count, described for the rulebook; how the others add up is a column of the indicators. */
@Configuration
class RollUpTable {

    @Bean
    RuleTable rollUpCounts(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "counts",
                42,
                "roll_up_count",
                "code",
                false,
                false,
                List.of(
                        RuleColumn.text("code", 10).asKey(),
                        RuleColumn.text("counted", 10).called("counted_of")));
    }
}
