package vn.lantoa.rulebook.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lantoa.organization.UnitId;
import vn.lantoa.rulebook.RuleColumn;
import vn.lantoa.rulebook.RuleDraft;
import vn.lantoa.rulebook.RuleTable;

/**
 * The form in which a rule is changed, as it goes to and fro; names of values begin with {@code v-}.
 *
 * @param known whether the rule is there already, so that what names it stays
 */
record RuleForm(
        Map<String, String> values,
        String from,
        String to,
        String basis,
        String corrects,
        boolean ends,
        boolean known) {

    static final RuleForm EMPTY = new RuleForm(Map.of(), "", "", "", "", false, false);

    /** What was posted. */
    static RuleForm of(RuleTable table, Map<String, String> posted) {
        var values = new LinkedHashMap<String, String>();
        for (var column : table.columns()) {
            var value = posted.get("v-" + column.code());
            if (value != null) {
                values.put(column.code(), value.strip());
            }
        }
        return new RuleForm(
                values,
                posted.getOrDefault("from", ""),
                posted.getOrDefault("to", ""),
                posted.getOrDefault("basis", ""),
                posted.getOrDefault("corrects", ""),
                "true".equals(posted.get("ends")),
                "true".equals(posted.get("known")));
    }

    /** The form opened on a rule: its values of now, or those of the planned row that is corrected. */
    static RuleForm of(RuleTable table, UnitId unit, String key, String corrects, boolean ends) {
        var rows = table.rows().stream()
                .filter(row -> table.keyOf(row).equals(key)
                        && (row.unit() == null ? unit == null : row.unit().equals(unit)))
                .toList();
        if (rows.isEmpty()) {
            return EMPTY;
        }
        var row = rows.stream()
                .filter(one -> one.from().toString().equals(corrects))
                .findFirst()
                .orElse(rows.get(rows.size() - 1));
        var correcting = row.from().toString().equals(corrects);
        return new RuleForm(
                row.values(),
                correcting ? corrects : "",
                correcting && row.to() != null ? row.to().toString() : "",
                correcting && !row.basis().isBlank() ? row.basis() : "",
                correcting ? corrects : "",
                ends && correcting,
                true);
    }

    RuleDraft draft(RuleTable table, UnitId unit) {
        return new RuleDraft(table.code(), unit, values, from, to, basis, corrects, ends);
    }

    /** What may be written in the form; the rest is shown and travels hidden. */
    public boolean writable(RuleColumn column) {
        return !ends && !(known && column.fixed());
    }

    public String value(RuleColumn column) {
        return values.getOrDefault(column.code(), "");
    }

    /** Whether the row has dates of validity to write. */
    public boolean dated(RuleTable table) {
        return !table.ofDays() && !ends;
    }

    public List<String> yesNo() {
        return List.of("true", "false");
    }
}
