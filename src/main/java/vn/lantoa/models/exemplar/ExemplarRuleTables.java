package vn.lantoa.models.exemplar;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleTable;

/** The dated table of the duty of exemplars, described for the rulebook. */
@Configuration
class ExemplarRuleTables {

    @Bean
    RuleTable exemplarDutyRules(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "exemplar-duties",
                140,
                "exemplar_duty",
                "unit_kind",
                false,
                true,
                List.of(
                        RuleColumn.choice(
                                        "unit_kind",
                                        "PROVINCIAL_FEDERATION",
                                        "SECTOR_UNION",
                                        "CORPORATION_UNION",
                                        "UPPER_UNION",
                                        "COMMUNE_UNION",
                                        "IZ_UNION",
                                        "GRASSROOTS_UNION")
                                .asKey(),
                        RuleColumn.number("minimum", 0, 99)));
    }
}
