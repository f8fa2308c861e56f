package vn.lantoa.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WorkingDays;
import vn.lantoa.rulebook.RuleEffects;
import vn.lantoa.rulebook.RuleRow;
import vn.lantoa.rulebook.RuleSentence;
import vn.lantoa.rulebook.RuleTable;

/** What a change of a rule does to reports: which dates of the period that runs and of the next one move, and what stays frozen. */
@Component
class ReportRuleEffects implements RuleEffects {

    private static final int PERIODS = 2;
    private static final String REAL = " and unit_id not in (select unit_id from practice_unit)";

    private final ReportRules rules;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReportRuleEffects(ReportRules rules, WorkingDays workingDays, JdbcClient jdbc, Clock clock) {
        this.rules = rules;
        this.workingDays = workingDays;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<RuleSentence> effects(RuleTable table, Optional<RuleRow> before, RuleRow after) {
        return switch (table.code()) {
            case DeadlineTable.CODE -> deadlines(after);
            case CutOffTable.CODE -> cutOffs(after);
            case "holidays" -> holidays(after);
            case ReportRuleTables.INDICATORS, "sections" ->
                List.of(RuleSentence.of("rulebook.effect.list", openSince(LocalDate.now(clock)), after.from()));
            case ReportRuleTables.CHECKS, "communes" ->
                List.of(RuleSentence.of("rulebook.effect.checks", after.from(), openSince(after.from())));
            case ReportRuleTables.TERMS -> List.of(RuleSentence.of("rulebook.effect.terms", after.from()));
            case "spans" -> List.of(RuleSentence.of("rulebook.effect.spans"));
            default -> List.of();
        };
    }

    private List<RuleSentence> deadlines(RuleRow after) {
        var kind = ReportingPeriod.Kind.valueOf(after.value("period_kind"));
        var level = after.number("level_no");
        var found = new ArrayList<RuleSentence>();
        for (var period : comingPeriods(kind)) {
            var on = DeadlineTable.decidedOn(kind, period.year());
            var was = rules.deadlineOf(kind, level, on).map(rule -> lastDay(rule, period, workingDays));
            if (after.holdsOn(on) && was.isPresent()) {
                var becomes = lastDay(deadline(after), period, workingDays);
                found.add(moved(period, level, was.get(), becomes));
                frozen(period, level).ifPresent(found::add);
            }
        }
        return found.isEmpty() ? List.of(RuleSentence.of("rulebook.effect.none")) : found;
    }

    private List<RuleSentence> cutOffs(RuleRow after) {
        var kind = ReportingPeriod.Kind.valueOf(after.value("period_kind"));
        var level = after.number("level_no");
        var count = jdbc.sql(
                        """
                        select count(*) from unit u join unit_closure c on c.descendant_id = u.id
                        where c.ancestor_id = ? and u.level = ? and u.valid_to is null""")
                .params(after.unit().value(), level)
                .query(Integer.class)
                .single();
        var found = new ArrayList<RuleSentence>();
        for (var period : comingPeriods(kind)) {
            if (after.holdsOn(DeadlineTable.decidedOn(kind, period.year()))) {
                var day = LocalDate.of(period.year(), after.number("due_month"), after.number("due_day"));
                found.add(RuleSentence.of(
                        "rulebook.effect.cut-off", period.title(), count, workingDays.lastOnOrBefore(day)));
                frozen(period, level).ifPresent(found::add);
            }
        }
        found.add(RuleSentence.of("rulebook.effect.never-late"));
        return found;
    }

    /** A day off moves the dates that lie on it and those that would have moved to it. */
    private List<RuleSentence> holidays(RuleRow after) {
        var changed = workingDays.with(after.from(), !Boolean.parseBoolean(after.value("is_day_off")));
        var found = new ArrayList<RuleSentence>();
        for (var kind : List.of(ReportingPeriod.Kind.H1, ReportingPeriod.Kind.Y)) {
            for (var period : comingPeriods(kind)) {
                IntStream.rangeClosed(1, 4)
                        .forEach(level -> rules.deadlineOf(kind, level, DeadlineTable.decidedOn(kind, period.year()))
                                .ifPresent(rule -> {
                                    var was = effective(rule, period, workingDays);
                                    var becomes = effective(rule, period, changed);
                                    if (!was.equals(becomes)) {
                                        found.add(moved(period, level, was, becomes));
                                        frozen(period, level).ifPresent(found::add);
                                    }
                                }));
            }
        }
        return found.isEmpty() ? List.of(RuleSentence.of("rulebook.effect.none")) : found;
    }

    private static RuleSentence moved(ReportingPeriod period, int level, LocalDate was, LocalDate becomes) {
        var who = RuleSentence.of("rulebook.option.level_no." + level);
        return was.equals(becomes)
                ? RuleSentence.of("rulebook.effect.deadline-stays", period.title(), who, was)
                : RuleSentence.of("rulebook.effect.deadline", period.title(), who, was, becomes);
    }

    private Optional<RuleSentence> frozen(ReportingPeriod period, int level) {
        var count = jdbc.sql("select count(*) from report where period = ? and level_no = ?" + REAL)
                .params(period.key(), level)
                .query(Integer.class)
                .single();
        return count == 0
                ? Optional.empty()
                : Optional.of(RuleSentence.of("rulebook.effect.frozen", count, period.title()));
    }

    private int openSince(LocalDate end) {
        return jdbc.sql("select count(*) from report where state <> 'ACCEPTED' and period_to >= ?" + REAL)
                .param(end)
                .query(Integer.class)
                .single();
    }

    /** The period that runs and the next one: the first two whose last day is not past. */
    private List<ReportingPeriod> comingPeriods(ReportingPeriod.Kind kind) {
        var today = LocalDate.now(clock);
        return IntStream.rangeClosed(today.getYear(), today.getYear() + PERIODS)
                .mapToObj(year -> new ReportingPeriod(kind, year, null, null))
                .filter(period -> !LocalDate.of(period.year(), kind == ReportingPeriod.Kind.Y ? 12 : 6, 30)
                        .isBefore(today))
                .limit(PERIODS)
                .toList();
    }

    private static ReportRules.Deadline deadline(RuleRow row) {
        return new ReportRules.Deadline(row.number("due_month"), row.number("due_day"), row.value("on_day_off"));
    }

    private static LocalDate lastDay(ReportRules.Deadline rule, ReportingPeriod period, WorkingDays days) {
        var literal = LocalDate.of(period.year(), rule.month(), rule.day());
        return rule.onDayOff().equals("BACK") ? days.lastOnOrBefore(literal) : literal;
    }

    /** The last day that counts as in time. */
    private static LocalDate effective(ReportRules.Deadline rule, ReportingPeriod period, WorkingDays days) {
        var day = lastDay(rule, period, days);
        return rule.onDayOff().equals("ROLL") ? days.firstOnOrAfter(day) : day;
    }
}
