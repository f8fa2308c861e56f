package vn.lantoa.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleTable;

/** For how many days something is kept: a dated table, shown and changed on *Danh mục* like every other rule. */
@Configuration
class RetentionTerms {

    private static final String PRACTICE = "PRACTICE";

    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionTerms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    RuleTable retention() {
        return new DatedTable(
                jdbc,
                "retention",
                90,
                "retention_term",
                "code",
                false,
                false,
                List.of(RuleColumn.choice("code", PRACTICE).asKey(), RuleColumn.number("days", 7, 1825)));
    }

    /** How many days a closed practice is kept. */
    int daysOfPractice() {
        return jdbc.sql("select days from retention_term where code = :code and valid_from <= :on"
                        + " and (valid_to is null or valid_to >= :on)")
                .param("code", PRACTICE)
                .param("on", LocalDate.now(clock))
                .query(Integer.class)
                .single();
    }

    /** Practices closed before this day are kept no longer. */
    LocalDate practicesFrom() {
        return LocalDate.now(clock).minusDays(daysOfPractice());
    }
}
