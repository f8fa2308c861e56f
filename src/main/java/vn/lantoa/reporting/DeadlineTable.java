package vn.lantoa.reporting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleRefusal;
import vn.lantoa.rulebook.RuleRow;
import vn.lantoa.rulebook.RuleSentence;

/** The dates of the installation: nobody is due after the superior, whose report needs the answers (DOMAIN §3.2). */
@Component
class DeadlineTable extends DatedTable {

    static final String CODE = "deadlines";

    static final RuleColumn KIND = RuleColumn.choice("period_kind", "H1", "Y").asKey();
    static final RuleColumn LEVEL =
            RuleColumn.number("level_no", 1, 4).among("1", "2", "3", "4").asKey();

    DeadlineTable(JdbcClient jdbc) {
        super(
                jdbc,
                CODE,
                10,
                "report_deadline",
                "period_kind, level_no desc",
                false,
                false,
                List.of(
                        KIND,
                        LEVEL,
                        RuleColumn.number("due_month", 1, 12),
                        RuleColumn.number("due_day", 1, 31),
                        RuleColumn.choice("on_day_off", "ROLL", "STRICT", "BACK")));
    }

    /** A day of every year; 29/2 and 31/6 are none. */
    static Optional<MonthDay> dayOf(RuleRow row) {
        try {
            var day = MonthDay.of(row.number("due_month"), row.number("due_day"));
            return Optional.of(day).filter(one -> one.isValidYear(2001));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<RuleRefusal> noSuchDay(RuleRow row) {
        return dayOf(row).isPresent()
                ? Optional.empty()
                : Optional.of(RuleRefusal.at("due_day", "rulebook.refused.no-such-day"));
    }

    @Override
    public Optional<RuleRefusal> check(RuleRow wanted) {
        return noSuchDay(wanted).or(() -> rows().stream()
                .filter(row -> row.value("period_kind").equals(wanted.value("period_kind")))
                .filter(row -> meet(row, wanted))
                .flatMap(row -> against(row, wanted).stream())
                .findFirst());
    }

    private static Optional<RuleRefusal> against(RuleRow row, RuleRow wanted) {
        var theirs = dayOf(row).orElseThrow();
        var ours = dayOf(wanted).orElseThrow();
        var below = wanted.number("level_no") - row.number("level_no");
        if (below > 0 && ours.isAfter(theirs)) {
            return refusal("rulebook.refused.after-superior", row, theirs);
        }
        return below < 0 && theirs.isAfter(ours)
                ? refusal("rulebook.refused.before-subordinate", row, theirs)
                : Optional.empty();
    }

    private static Optional<RuleRefusal> refusal(String message, RuleRow row, MonthDay day) {
        return Optional.of(RuleRefusal.at(
                "due_day",
                message,
                RuleSentence.of("rulebook.option.level_no." + row.value("level_no")),
                words(day),
                row.basis()));
    }

    /** Whether two rows hold at the same time some day. */
    static boolean meet(RuleRow one, RuleRow other) {
        return (one.to() == null || !one.to().isBefore(other.from()))
                && (other.to() == null || !other.to().isBefore(one.from()));
    }

    static String words(MonthDay day) {
        return "%02d/%02d".formatted(day.getDayOfMonth(), day.getMonthValue());
    }

    /** The days on which a rule decides about a period: in the middle of the months in which it is asked. */
    static LocalDate decidedOn(ReportingPeriod.Kind kind, int year) {
        return LocalDate.of(year, kind == ReportingPeriod.Kind.Y ? 12 : 6, 1);
    }
}
