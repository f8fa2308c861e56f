package vn.lantoa.rulebook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long what is kept, shown and changed on *Danh mục*. What is kept for good stands in it too, and cannot be given an end: nothing removes it. */
@Component
class RetentionTable extends DatedTable {

    static final String MONTHS = "MONTHS";

    private static final String FOR_GOOD = "FOR_GOOD";

    RetentionTable(JdbcClient jdbc) {
        super(
                jdbc,
                "retention",
                90,
                "retention_term",
                "code",
                false,
                false,
                List.of(
                        RuleColumn.choice("code", codes()).asKey(),
                        RuleColumn.number("amount", 1, 3650).called("kept").asOptional(),
                        RuleColumn.choice("counted", "DAYS", MONTHS, FOR_GOOD).asFixed()));
    }

    /** Kept for good first. */
    private static String[] codes() {
        return Stream.concat(
                        Stream.of("REPORT", "AWARD_DECISION", "AUDIT"),
                        Arrays.stream(Retention.Kind.values()).map(Enum::name))
                .toArray(String[]::new);
    }

    @Override
    public Optional<RuleRefusal> check(RuleRow wanted) {
        var amount = wanted.value("amount");
        if (wanted.value("counted").equals(FOR_GOOD)) {
            return amount.isBlank() ? Optional.empty() : refuse("rulebook.refused.for-good");
        }
        if (amount.isBlank()) {
            return refuse("rulebook.refused.missing");
        }
        var least = Retention.Kind.valueOf(wanted.value("code")).least;
        return new BigDecimal(amount).intValue() < least
                ? refuse("rulebook.refused.kept-least", least)
                : Optional.empty();
    }

    private static Optional<RuleRefusal> refuse(String message, Object... args) {
        return Optional.of(new RuleRefusal("amount", RuleSentence.of(message, args)));
    }
}
