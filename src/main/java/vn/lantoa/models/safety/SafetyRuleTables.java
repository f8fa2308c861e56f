package vn.lantoa.models.safety;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleRefusal;
import vn.lantoa.rulebook.RuleRow;
import vn.lantoa.rulebook.RuleTable;

/** The dated tables of the yearly recognition, described for the rulebook. */
@Configuration
class SafetyRuleTables {

    @Bean
    RuleTable safetyWindowTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "safety-windows",
                120,
                "safety_window",
                "object",
                false,
                false,
                List.of(
                        RuleColumn.choice("object", names(SafetyObject.values()))
                                .asKey(),
                        RuleColumn.number("from_month", 1, 12),
                        RuleColumn.number("from_day", 1, 31),
                        RuleColumn.number("to_month", 1, 12),
                        RuleColumn.number("to_day", 1, 31)));
    }

    @Bean
    RuleTable safetyTermTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "safety-terms",
                121,
                "safety_term",
                "due_month",
                false,
                false,
                List.of(
                        RuleColumn.choice("step", "REGISTER", "SEND").asKey(),
                        RuleColumn.number("due_month", 1, 12),
                        RuleColumn.number("due_day", 1, 31)));
    }

    @Bean
    RuleTable safetyReminderTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "safety-reminders",
                124,
                "safety_reminder",
                "step, nth",
                false,
                false,
                List.of(
                        RuleColumn.choice("step", "REGISTER", "SEND").asKey(),
                        RuleColumn.number("nth", 1, 9).asKey(),
                        RuleColumn.number("days", 1, 90)));
    }

    @Bean
    RuleTable safetyLocalCriterionTable(JdbcClient jdbc) {
        return new LocalCriterionTable(jdbc);
    }

    @Bean
    RuleTable safetyIndicatorTable(JdbcClient jdbc) {
        return new DatedTable(
                jdbc,
                "safety-indicators",
                123,
                "safety_indicator",
                "indicator",
                false,
                false,
                List.of(
                        RuleColumn.choice(
                                        "fact",
                                        "REGISTERED",
                                        "ASSESSED",
                                        "RECOGNISED",
                                        "KDC",
                                        "XA",
                                        "PEOPLE",
                                        "UNITS",
                                        "EXCELLENT",
                                        "GOOD",
                                        "AVERAGE",
                                        "WEAK")
                                .asKey(),
                        RuleColumn.text("indicator", 10)));
    }

    /** What a branch asks of its workplaces for one year. */
    private static class LocalCriterionTable extends DatedTable {

        LocalCriterionTable(JdbcClient jdbc) {
            super(
                    jdbc,
                    "safety-local-criteria",
                    122,
                    "safety_local_criterion",
                    "unit_id, year_no, code",
                    true,
                    true,
                    List.of(
                            RuleColumn.number("year_no", 2022, 2100).asKey(),
                            RuleColumn.text("code", 10).asKey(),
                            RuleColumn.choice("workplace", "ANY", "CQ", "DN", "CSGD"),
                            RuleColumn.text("criterion_text", 300),
                            RuleColumn.yesNo("confirmed")));
        }

        /** The code is part of a form's key; the wording becomes a label, which must hold no markup and no expression. */
        @Override
        public Optional<RuleRefusal> check(RuleRow wanted) {
            if (!wanted.value("code").matches("[A-Za-z0-9]{1,10}")) {
                return Optional.of(RuleRefusal.at("code", "rulebook.refused.safety-code"));
            }
            var wording = wanted.value("criterion_text").strip();
            return wording.startsWith("=") || wording.matches(".*[<{}`\\[].*")
                    ? Optional.of(RuleRefusal.at("criterion_text", "rulebook.refused.safety-wording"))
                    : Optional.empty();
        }
    }

    private static String[] names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).toArray(String[]::new);
    }
}
