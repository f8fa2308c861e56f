package vn.lantoa.models.adoption;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleTable;

/** The dated table of adoptions, described for the rulebook. */
@Configuration
class AdoptionRuleTables {

    @Bean
    RuleTable modelAdoptionTerms(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "model-adoption-terms",
                91,
                "model_adoption_term",
                "adoption_step",
                false,
                false,
                List.of(
                        RuleColumn.choice("adoption_step", "INVITED", "REQUESTED", "PLANNING", "APPROVING")
                                .asKey(),
                        RuleColumn.number("days", 1, 365)));
    }
}
