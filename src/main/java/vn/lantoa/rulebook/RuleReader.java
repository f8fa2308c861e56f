package vn.lantoa.rulebook;

import static vn.lantoa.rulebook.RuleRefusal.at;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Makes a row of what somebody wrote, or says at which fields it cannot be one. */
final class RuleReader {

    private static final int LONGEST_BASIS = 400;

    private final RuleTable table;
    private final RuleDraft draft;
    private final List<RuleRefusal> refusals = new ArrayList<>();

    RuleReader(RuleTable table, RuleDraft draft) {
        this.table = table;
        this.draft = draft;
    }

    List<RuleRefusal> refusals() {
        return refusals;
    }

    /**
     * The row as written; to be used only when nothing was refused.
     *
     * @param model the row whose fixed values a later row keeps, null for a rule of a new name
     */
    RuleRow row(RuleRow model) {
        var values = new LinkedHashMap<String, String>();
        for (var column : table.columns()) {
            var given = model != null && column.fixed() ? model.value(column.code()) : clean(column.code());
            column.check(given).ifPresent(refusals::add);
            if (given != null && !given.isBlank()) {
                values.put(column.code(), given);
            }
        }
        var basis = draft.basis() == null ? "" : draft.basis().strip();
        if (basis.isEmpty()) {
            refusals.add(at("basis", "rulebook.refused.basis"));
        } else if (basis.length() > LONGEST_BASIS) {
            refusals.add(at("basis", "rulebook.refused.too-long", LONGEST_BASIS));
        }
        var from = table.ofDays() ? day(values) : date("from", draft.from(), true);
        var to = table.ofDays() ? from : date("to", draft.to(), false);
        if (from != null && to != null && to.isBefore(from)) {
            refusals.add(at("to", "rulebook.refused.end-before-start", from));
        }
        return new RuleRow(draft.unit(), values, from, to, basis, RuleRow.OWN);
    }

    private String clean(String column) {
        var text = draft.values().get(column);
        return text == null ? null : java.text.Normalizer.normalize(text.strip(), java.text.Normalizer.Form.NFC);
    }

    private LocalDate day(LinkedHashMap<String, String> values) {
        return table.columns().stream()
                .filter(RuleColumn::key)
                .findFirst()
                .flatMap(column -> RuleColumn.dateOf(values.get(column.code())))
                .orElse(null);
    }

    private LocalDate date(String field, String text, boolean required) {
        if (text == null || text.isBlank()) {
            if (required) {
                refusals.add(at(field, "rulebook.refused.missing"));
            }
            return null;
        }
        var date = RuleColumn.dateOf(text);
        if (date.isEmpty()) {
            refusals.add(at(field, "rulebook.refused.date"));
        }
        return date.orElse(null);
    }
}
