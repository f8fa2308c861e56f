package vn.lantoa.rulebook;

import static vn.lantoa.rulebook.RuleRefusal.at;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a change means for the rows that are there: the past is never written, a row in force gets an end, a row not yet in force may be
 * corrected or taken back.
 */
final class RulePlan {

    private final RuleTable table;
    private final LocalDate today;
    private final List<RuleRow> siblings;
    private final List<RuleRefusal> refusals = new ArrayList<>();

    private RuleAct act;
    private RuleRow before;
    private RuleRow after;
    private RuleRow closed;
    private RuleRow reopened;

    /** @param siblings the rows of the same name, past and coming */
    RulePlan(RuleTable table, LocalDate today, List<RuleRow> siblings) {
        this.table = table;
        this.today = today;
        this.siblings = siblings;
    }

    List<RuleRefusal> refusals() {
        return refusals;
    }

    RuleAct act() {
        return act;
    }

    /** The row that held before; empty for a rule of a new name. */
    Optional<RuleRow> before() {
        return Optional.ofNullable(before);
    }

    RuleRow after() {
        return after;
    }

    /** The row that ends the day before the new one begins; empty when none does. */
    Optional<RuleRow> closed() {
        return Optional.ofNullable(closed);
    }

    /** The row that goes on because the planned one after it is taken back. */
    Optional<RuleRow> reopened() {
        return Optional.ofNullable(reopened);
    }

    /** The new row is to hold from its first day on. */
    void set(RuleRow wanted, LocalDate corrects) {
        after = wanted;
        if (wanted.from().isBefore(today)) {
            refuse(table.ofDays() ? "on_date" : "from", "rulebook.refused.past", today);
            return;
        }
        var same = siblings.stream()
                .filter(row -> row.from().equals(wanted.from()))
                .findFirst();
        if (same.isPresent()) {
            correct(same.get(), wanted, corrects);
        } else if (corrects != null) {
            refuse("from", "rulebook.refused.other-start", corrects);
        } else {
            add(wanted);
        }
    }

    private void correct(RuleRow old, RuleRow wanted, LocalDate corrects) {
        if (!old.from().equals(corrects)) {
            refuse(table.ofDays() ? "on_date" : "from", "rulebook.refused.twice", old.from());
        } else if (!old.planned(today)) {
            refuse("from", "rulebook.refused.in-force", old.from());
        } else if (old.values().equals(wanted.values())
                && Objects.equals(old.to(), wanted.to())
                && old.basis().equals(wanted.basis())) {
            refuse("basis", "rulebook.refused.nothing-changes");
        } else {
            act = RuleAct.CORRECTED;
            before = old;
            siblings.stream().filter(row -> row != old).forEach(row -> mustNotOverlap(row, wanted));
        }
    }

    private void add(RuleRow wanted) {
        act = RuleAct.ADDED;
        for (var row : siblings) {
            if (row.to() == null && row.from().isBefore(wanted.from())) {
                before = row;
                closed = row.until(wanted.from().minusDays(1));
            } else {
                mustNotOverlap(row, wanted);
            }
        }
        if (before == null) {
            before = siblings.stream()
                    .filter(row -> row.from().isBefore(wanted.from()))
                    .reduce((first, second) -> second)
                    .orElse(null);
        }
        if (closed != null && before.values().equals(wanted.values()) && wanted.to() == null) {
            refuse("basis", "rulebook.refused.nothing-changes");
        }
    }

    private void mustNotOverlap(RuleRow row, RuleRow wanted) {
        if (row.overlaps(wanted)) {
            refuse(
                    row.from().isAfter(wanted.from()) ? "to" : "from",
                    row.to() == null ? "rulebook.refused.overlap-open" : "rulebook.refused.overlap",
                    row.from(),
                    row.to() == null ? "" : row.to());
        }
    }

    /** The rule is to end with a last day; a planned row is taken back, and the row before it goes on. */
    void end(RuleRow row, LocalDate lastDay, String basis) {
        before = row;
        if (row.planned(today)) {
            act = RuleAct.WITHDRAWN;
            after = row;
            reopened = siblings.stream()
                    .filter(one -> row.from().minusDays(1).equals(one.to()))
                    .findFirst()
                    .map(one -> one.until(row.to()))
                    .orElse(null);
            return;
        }
        act = RuleAct.ENDED;
        after = new RuleRow(row.unit(), row.values(), row.from(), lastDay, basis, row.verification());
        if (!table.open()) {
            refuse("to", "rulebook.refused.must-go-on");
        } else if (lastDay == null) {
            refuse("to", "rulebook.refused.missing");
        } else if (lastDay.isBefore(today)) {
            refuse("to", "rulebook.refused.past", today);
        } else if (row.to() != null && lastDay.isAfter(row.to())) {
            refuse("to", "rulebook.refused.overlap", row.from(), row.to());
        }
    }

    private void refuse(String field, String message, Object... args) {
        refusals.add(at(field, message, args));
    }
}
