package vn.lantoa.reporting;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lantoa.organization.Unit;
import vn.lantoa.organization.UnitId;
import vn.lantoa.organization.Units;
import vn.lantoa.rulebook.DatedTable;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleRefusal;
import vn.lantoa.rulebook.RuleRow;
import vn.lantoa.rulebook.RuleSentence;

/** A branch's own cut-offs: earlier than what the installation and the branches above say, never later. */
@Component
class CutOffTable extends DatedTable {

    static final String CODE = "cut-offs";

    private final DeadlineTable deadlines;
    private final Units units;

    CutOffTable(JdbcClient jdbc, DeadlineTable deadlines, Units units) {
        super(
                jdbc,
                CODE,
                20,
                "report_cut_off_rule",
                "unit_id, period_kind, level_no",
                true,
                true,
                List.of(
                        DeadlineTable.KIND,
                        DeadlineTable.LEVEL,
                        RuleColumn.number("due_month", 1, 12),
                        RuleColumn.number("due_day", 1, 31)));
        this.deadlines = deadlines;
        this.units = units;
    }

    /** A limit from above: whose it is, and its basis. */
    private record Limit(RuleSentence whose, MonthDay day, String basis) {}

    @Override
    public Optional<RuleRefusal> check(RuleRow wanted) {
        var unit = units.find(wanted.unit()).orElseThrow();
        if (wanted.number("level_no") < unit.level()) {
            return Optional.of(RuleRefusal.at("level_no", "rulebook.refused.level-above"));
        }
        return DeadlineTable.noSuchDay(wanted).or(() -> later(wanted, unit));
    }

    private Optional<RuleRefusal> later(RuleRow wanted, Unit unit) {
        var day = DeadlineTable.dayOf(wanted).orElseThrow();
        return limits(wanted, unit)
                .filter(limit -> day.isAfter(limit.day()))
                .findFirst()
                .map(limit -> RuleRefusal.at(
                        "due_day",
                        "rulebook.refused.later-than-above",
                        DeadlineTable.words(day),
                        DeadlineTable.words(limit.day()),
                        limit.whose(),
                        limit.basis()));
    }

    private Stream<Limit> limits(RuleRow wanted, Unit unit) {
        Set<UnitId> above = units.pathTo(unit.id()).stream()
                .map(Unit::id)
                .filter(one -> !one.equals(unit.id()))
                .collect(Collectors.toSet());
        var ofBranches = rows().stream()
                .filter(row -> above.contains(row.unit()) && sameRule(row, wanted))
                .map(row -> new Limit(
                        RuleSentence.of(
                                "rulebook.limit.branch",
                                units.find(row.unit()).map(Unit::name).orElse("")),
                        DeadlineTable.dayOf(row).orElseThrow(),
                        row.basis()));
        var ofAll = deadlines.rows().stream()
                .filter(row -> sameRule(row, wanted))
                .map(row -> new Limit(
                        RuleSentence.of("rulebook.limit.installation"),
                        DeadlineTable.dayOf(row).orElseThrow(),
                        row.basis()));
        return Stream.concat(ofBranches, ofAll);
    }

    private static boolean sameRule(RuleRow row, RuleRow wanted) {
        return row.value("period_kind").equals(wanted.value("period_kind"))
                && row.value("level_no").equals(wanted.value("level_no"))
                && DeadlineTable.meet(row, wanted);
    }
}
