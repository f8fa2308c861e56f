package vn.lantoa.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.lantoa.onboarding.ImportFault.Reason;
import vn.lantoa.onboarding.ImportFault.Weight;

/** Gathers faults: all are counted, the first ten thousand are kept. */
final class ImportFaults {

    static final int MOST_KEPT = 10_000;

    private final Map<String, String> columns;
    private final List<ImportFault> kept = new ArrayList<>();
    private final int[] counts = new int[Weight.values().length];

    /** @param columns the letters of the column of each field */
    ImportFaults(Map<String, String> columns) {
        this.columns = columns;
    }

    void add(ImportRow row, ImportField field, Reason reason) {
        add(row.number(), field, reason, row.get(field), "");
    }

    void add(int row, ImportField field, Reason reason, String shown, String other) {
        add(ImportFault.of(row, field == null ? "" : columns.get(field.name()), reason, shown, other));
    }

    void add(ImportFault fault) {
        counts[fault.weight().ordinal()]++;
        if (kept.size() < MOST_KEPT) {
            kept.add(fault);
        }
    }

    int count(Weight weight) {
        return counts[weight.ordinal()];
    }

    List<ImportFault> kept() {
        return kept;
    }
}
