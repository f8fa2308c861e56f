package vn.lantoa.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of dated rules as its package shows it to the rulebook. Words are messages {@code rulebook.table.<code>} and
 * {@code rulebook.table.<code>.about}. {@link DatedTable} does it for tables of the usual shape.
 */
public interface RuleTable {

    String code();

    /** Where it stands in the list of tables. */
    int position();

    List<RuleColumn> columns();

    /** Whether its rows belong to branches, which set them for themselves within the limits from above. */
    default boolean ofBranches() {
        return false;
    }

    /** Whether rules of a new name may be added, and rules ended without a successor. */
    default boolean open() {
        return false;
    }

    /** Whether a row is about one day, so that it needs no dates of validity beside its key. */
    default boolean ofDays() {
        return false;
    }

    /** Every row, past and coming, in the order of the page. */
    List<RuleRow> rows();

    /** What the table itself has against a row that is otherwise in order. */
    default Optional<RuleRefusal> check(RuleRow wanted) {
        return Optional.empty();
    }

    void insert(RuleRow row);

    /** Puts other values and another end in the place of a row that is not yet in force. */
    void correct(RuleRow row);

    /** Gives a row another end. */
    void close(RuleRow row);

    /** Takes away a row that is not yet in force. */
    void remove(RuleRow row);

    /** What names the rule of this row within its table. */
    default String keyOf(RuleRow row) {
        return columns().stream()
                .filter(RuleColumn::key)
                .map(column -> row.value(column.code()))
                .collect(Collectors.joining("/"));
    }
}
