package vn.lantoa.commendation.privacy;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleTable;

/** How long an answer about personal data may take, described for the rulebook. */
@Configuration
class PrivacyRuleTables {

    @Bean
    RuleTable dataRequestTerms(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "data-request-terms",
                80,
                "data_request_term",
                "term",
                false,
                false,
                List.of(
                        RuleColumn.choice(
                                        "term", "FIRST_ANSWER", "ACCESS", "CORRECT", "DELETE", "WITHDRAW", "EXTENSION")
                                .asKey(),
                        RuleColumn.number("amount", 1, 90).called("days"),
                        RuleColumn.choice("counted", "WORKING_DAYS", "DAYS")));
    }
}
