package vn.lantoa.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import vn.lantoa.document.SheetCell;
import vn.lantoa.document.SheetRow;
import vn.lantoa.document.Spreadsheet;
import vn.lantoa.organization.VietnameseText;

/** One reading of one file against the table as it stands now: what it would change, and what of it cannot be taken. */
final class GridReader {

    private static final int HEADER_WITHIN = 20;

    private final Spreadsheet book;
    private final MessageSource messages;
    private final GridTable table;
    private final Locale locale;
    private final List<GridFile.Trouble> troubles = new ArrayList<>();
    private final List<GridFile.Change> changes = new ArrayList<>();
    private final Map<String, List<GridTable.Row>> byCode = new HashMap<>();
    private final Map<String, List<GridTable.Row>> byName = new HashMap<>();

    GridReader(Spreadsheet book, MessageSource messages, GridTable table, Locale locale) {
        this.messages = messages;
        this.book = book;
        this.table = table;
        this.locale = locale;
        for (var row : table.rows()) {
            byCode.computeIfAbsent(row.code().toUpperCase(Locale.ROOT), code -> new ArrayList<>())
                    .add(row);
            byName.computeIfAbsent(VietnameseText.fold(row.name()), unit -> new ArrayList<>())
                    .add(row);
        }
    }

    /** Which column is what; {@code header} is the number of its row. */
    private record Head(int header, int code, int name, Map<Integer, String> keys) {}

    GridFile.Preview preview() {
        var heads = new LinkedHashMap<Spreadsheet.Sheet, Head>();
        Map<String, String> base = null;
        for (var sheet : book.sheets()) {
            var head = head(sheet);
            if (sheet.name().equals(GridFile.BASE)) {
                base = head == null ? null : base(sheet, head);
            } else if (head != null && !sheet.hidden()) {
                heads.put(sheet, head);
            }
        }
        if (heads.isEmpty()) {
            trouble("", "report.grid.file.no-header");
        } else if (heads.size() > 1) {
            var names = heads.keySet().stream().map(Spreadsheet.Sheet::name).toList();
            trouble("", "report.grid.file.two-sheets", String.join(", ", names));
        } else {
            var one = heads.entrySet().iterator().next();
            read(one.getKey(), one.getValue(), base);
        }
        return new GridFile.Preview(changes, troubles);
    }

    private Head head(Spreadsheet.Sheet sheet) {
        var found = new Head[1];
        book.read(sheet, row -> {
            found[0] = headIn(row);
            return found[0] == null && row.number() < HEADER_WITHIN;
        });
        return found[0];
    }

    private Head headIn(SheetRow row) {
        var code = -1;
        var name = -1;
        var keys = new LinkedHashMap<Integer, String>();
        for (var cell : row.cells()) {
            var folded = VietnameseText.fold(cell.text());
            if (folded.startsWith("ma don vi") || folded.equals("ma")) {
                code = cell.column();
            } else if (folded.startsWith("ten don vi") || folded.equals("don vi")) {
                name = cell.column();
            } else {
                var key = cell.text().split("[\\s–:]", 2)[0];
                table.keys().stream()
                        .filter(one -> one.equalsIgnoreCase(key))
                        .findFirst()
                        .ifPresent(one -> keys.put(cell.column(), one));
            }
        }
        return (code < 0 && name < 0) || keys.isEmpty() ? null : new Head(row.number(), code, name, keys);
    }

    private Map<String, String> base(Spreadsheet.Sheet sheet, Head head) {
        var base = new HashMap<String, String>();
        book.read(sheet, row -> {
            if (row.number() > head.header()) {
                var unit = byCode.getOrDefault(row.text(head.code()).toUpperCase(Locale.ROOT), List.of());
                if (unit.size() == 1) {
                    head.keys().forEach((column, key) -> base.put(unit.get(0).report() + " " + key, text(row, column)));
                }
            }
            return true;
        });
        return base;
    }

    private void read(Spreadsheet.Sheet sheet, Head head, Map<String, String> base) {
        var seen = new HashMap<ReportId, Integer>();
        book.read(sheet, row -> {
            if (row.number() > head.header()) {
                row(row, head, base, seen);
            }
            return true;
        });
    }

    private void row(SheetRow row, Head head, Map<String, String> base, Map<ReportId, Integer> seen) {
        var unit = unit(row, head);
        if (unit == null) {
            return;
        }
        var earlier = seen.putIfAbsent(unit.report(), row.number());
        if (earlier != null) {
            trouble(place(row, head), "report.grid.file.twice", unit.name(), earlier);
            return;
        }
        head.keys().forEach((column, key) -> cell(row, column, key, unit, base));
    }

    /** By its code where there is one, else by its name, however its tone marks are set. */
    private GridTable.Row unit(SheetRow row, Head head) {
        var code = head.code() < 0 ? "" : row.text(head.code()).strip();
        var name = head.name() < 0 ? "" : row.text(head.name()).strip();
        if (code.isEmpty() && name.isEmpty()) {
            return null;
        }
        var found = code.isEmpty()
                ? byName.getOrDefault(VietnameseText.fold(name), List.of())
                : byCode.getOrDefault(code.toUpperCase(Locale.ROOT), List.of());
        if (found.size() == 1) {
            return found.get(0);
        }
        var key = found.isEmpty() ? "report.grid.file.unknown-unit" : "report.grid.file.two-units";
        trouble(place(row, head), key, code.isEmpty() ? name : code);
        return null;
    }

    private void cell(SheetRow row, int column, String key, GridTable.Row unit, Map<String, String> base) {
        var found = row.cell(column);
        var place = SheetCell.letters(column) + row.number();
        if (found.isPresent() && refusedShape(found.get(), place)) {
            return;
        }
        var text = text(row, column);
        var server = unit.cells().get(key);
        var before = base == null ? null : base.getOrDefault(unit.report() + " " + key, "");
        if (server == null) {
            if (!text.isEmpty()) {
                trouble(place, "report.grid.file.not-asked", key, unit.name());
            }
            return;
        }
        // Without knowledge of what stood there an empty cell says nothing.
        var untouched = before == null ? text.isEmpty() : FigureText.same(text, before);
        if (untouched || FigureText.same(text, server)) {
            return;
        }
        var reading = FigureText.read(text, locale);
        if (reading.error() != null) {
            troubles.add(new GridFile.Trouble(place, reading.error()));
            return;
        }
        if (!unit.open()) {
            trouble(place, "report.grid.file.closed", unit.name());
            return;
        }
        var conflict = before == null ? !server.isEmpty() : !FigureText.same(before, server);
        changes.add(new GridFile.Change(unit.report(), unit.name(), key, title(key), before, server, text, conflict));
    }

    private boolean refusedShape(SheetCell cell, String place) {
        if (cell.formula() != null) {
            trouble(place, "report.grid.file.formula", cell.formula());
        } else if (cell.merged() != null) {
            trouble(place, "report.grid.file.merged", cell.merged());
        } else if (cell.date() != null) {
            trouble(place, "report.grid.file.date", cell.text());
        } else {
            return false;
        }
        return true;
    }

    /** A cell that holds a number says that number, however Excel shows it. */
    private static String text(SheetRow row, int column) {
        return row.cell(column)
                .map(cell -> cell.number() == null ? cell.text() : FigureText.write(Map.of("value", cell.number())))
                .orElse("");
    }

    private String title(String key) {
        return table.columns().stream()
                .filter(column -> column.key().equals(key))
                .map(GridTable.Column::title)
                .findFirst()
                .orElse(key);
    }

    private String place(SheetRow row, Head head) {
        return SheetCell.letters(Math.max(0, head.code() < 0 ? head.name() : head.code())) + row.number();
    }

    private void trouble(String place, String key, Object... args) {
        troubles.add(new GridFile.Trouble(place, messages.getMessage(key, args, locale)));
    }
}
