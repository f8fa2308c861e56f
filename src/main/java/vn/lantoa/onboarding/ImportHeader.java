package vn.lantoa.onboarding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lantoa.document.SheetCell;
import vn.lantoa.document.SheetRow;
import vn.lantoa.document.Spreadsheet;

/**
 * The row of headings, in whatever order they stand.
 *
 * @param columns counted from 0
 * @param twice the letters of two columns with the same meaning; null when there are none
 */
record ImportHeader(
        Spreadsheet.Sheet sheet, int row, Map<ImportField, Integer> columns, List<String> unused, List<String> twice) {

    /** Titles and explanations may stand above the headings. */
    private static final int DEEPEST = 30;

    /** The header of the first sheet that has one with the needed columns; else the best there is. */
    static Optional<ImportHeader> find(Spreadsheet file) {
        ImportHeader best = null;
        for (var sheet : file.sheets()) {
            if (sheet.hidden()) {
                continue;
            }
            var header = in(file, sheet);
            if (header != null && header.complete()) {
                return Optional.of(header);
            }
            if (header != null && (best == null || header.columns.size() > best.columns.size())) {
                best = header;
            }
        }
        return Optional.ofNullable(best);
    }

    boolean complete() {
        return columns.keySet().containsAll(ImportField.NEEDED);
    }

    List<ImportField> missing() {
        return ImportField.NEEDED.stream()
                .filter(field -> !columns.containsKey(field))
                .toList();
    }

    String letters(ImportField field) {
        var column = columns.get(field);
        return column == null ? "" : SheetCell.letters(column);
    }

    private static ImportHeader in(Spreadsheet file, Spreadsheet.Sheet sheet) {
        var candidates = new ArrayList<ImportHeader>();
        var seen = new int[1];
        file.read(sheet, row -> {
            var header = of(sheet, row);
            if (!header.columns.isEmpty()) {
                candidates.add(header);
            }
            return !header.complete() && ++seen[0] < DEEPEST;
        });
        return candidates.stream()
                .max(java.util.Comparator.comparingInt(header -> header.columns.size()))
                .orElse(null);
    }

    private static ImportHeader of(Spreadsheet.Sheet sheet, SheetRow row) {
        var columns = new EnumMap<ImportField, Integer>(ImportField.class);
        var unused = new ArrayList<String>();
        List<String> twice = null;
        for (var cell : row.cells()) {
            var field = ImportField.ofHeading(cell.text());
            if (field.isEmpty()) {
                unused.add(cell.letters() + ": "
                        + cell.text().substring(0, Math.min(60, cell.text().length())));
            } else if (columns.putIfAbsent(field.get(), cell.column()) != null) {
                twice = List.of(SheetCell.letters(columns.get(field.get())), cell.letters());
            }
        }
        return new ImportHeader(sheet, row.number(), columns, unused, twice);
    }
}
