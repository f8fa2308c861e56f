package vn.lantoa.onboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lantoa.calendar.WrittenDay;
import vn.lantoa.document.FileRefusal;
import vn.lantoa.document.SheetCell;
import vn.lantoa.document.SheetRow;
import vn.lantoa.document.Spreadsheet;
import vn.lantoa.onboarding.ImportFault.Reason;
import vn.lantoa.onboarding.UnitImport.Remarks;
import vn.lantoa.organization.VietnameseText;

/** Reads a file into rows: what each cell says, and where a cell cannot be trusted. */
@Component
class ImportReader {

    /** Why nothing was read. */
    record Refused(String key, String where) {}

    static final int MOST_ROWS = 100_000;

    private static final int BATCH = 1_000;
    private static final int LONGEST_CELL = 420;
    private final ImportRows rows;
    private final ImportStore store;

    ImportReader(ImportRows rows, ImportStore store) {
        this.rows = rows;
        this.store = store;
    }

    /** Reads everything anew: what an earlier try left is dropped. */
    Optional<Refused> read(UnitImport imported, BiConsumer<Integer, Integer> progress) {
        rows.dropRows(imported.id());
        Path file = null;
        try {
            file = Files.createTempFile("lantoa-import", ".tmp");
            rows.write(imported.id(), file);
            return read(imported, file, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private Optional<Refused> read(UnitImport imported, Path file, BiConsumer<Integer, Integer> progress) {
        var opening = Spreadsheet.open(file, imported.fileName());
        if (opening instanceof Spreadsheet.Opening.Refused refused) {
            FileRefusal refusal = refused.refusal();
            return Optional.of(new Refused(refusal.key(), refusal.where()));
        }
        var sheets = ((Spreadsheet.Opening.Opened) opening).sheet();
        var header = ImportHeader.find(sheets);
        var wrong = header.map(ImportReader::wrong)
                .orElseGet(() -> Optional.of(new Refused("onboarding.refused.NO_HEADER", "")));
        if (wrong.isPresent()) {
            return wrong;
        }
        store.remarks(imported.id(), remarks(sheets, header.get()));
        return rows(imported, sheets, header.get(), progress);
    }

    private Optional<Refused> rows(
            UnitImport imported, Spreadsheet sheets, ImportHeader header, BiConsumer<Integer, Integer> progress) {
        var batch = new ArrayList<ImportRow>();
        var faults = new ImportFaults(letters(header));
        var count = new int[1];
        sheets.read(header.sheet(), sheetRow -> {
            if (sheetRow.number() > header.row()) {
                var row = row(sheetRow, header, faults);
                if (!row.fields().isEmpty()) {
                    batch.add(row);
                    count[0]++;
                }
            }
            if (batch.size() == BATCH) {
                rows.add(imported.id(), batch);
                batch.clear();
                progress.accept(count[0], header.sheet().rows());
            }
            return count[0] <= MOST_ROWS;
        });
        if (count[0] > MOST_ROWS) {
            return Optional.of(new Refused("onboarding.refused.TOO_MANY_ROWS", ""));
        }
        if (count[0] == 0) {
            return Optional.of(
                    new Refused("onboarding.refused.NO_ROWS", header.sheet().name()));
        }
        rows.add(imported.id(), batch);
        rows.addFaults(imported.id(), "READ", faults.kept());
        return Optional.empty();
    }

    private static ImportRow row(SheetRow sheetRow, ImportHeader header, ImportFaults faults) {
        var row = ImportRow.of(sheetRow.number());
        for (var column : header.columns().entrySet()) {
            sheetRow.cell(column.getValue()).ifPresent(cell -> {
                var text = text(row, column.getKey(), cell, faults);
                if (!text.isEmpty()) {
                    row.fields().put(column.getKey(), text.substring(0, Math.min(LONGEST_CELL, text.length())));
                }
            });
        }
        return row;
    }

    private static String text(ImportRow row, ImportField field, SheetCell cell, ImportFaults faults) {
        if (cell.formula() != null) {
            faults.add(row.number(), field, Reason.FORMULA, "=" + cell.formula(), cell.text());
        }
        if (cell.merged() != null) {
            faults.add(row.number(), field, Reason.MERGED, cell.text(), cell.merged());
        }
        if (cell.date() != null) {
            return WrittenDay.of(cell.date());
        }
        var plain = VietnameseText.clean(cell.text());
        if (cell.number() != null && cell.number().scale() <= 0 && !plain.startsWith("0")) {
            plain = cell.number().toPlainString();
        }
        // Excel takes the first zero of a telephone number away.
        if (field == ImportField.PHONE && cell.number() != null && plain.matches("[1-9]\\d{8}")) {
            faults.add(row.number(), field, Reason.ZERO_ADDED, plain, "0" + plain);
            plain = "0" + plain;
        }
        return plain;
    }

    private static Optional<Refused> wrong(ImportHeader header) {
        if (!header.complete()) {
            return Optional.of(new Refused(
                    "onboarding.refused.MISSING_COLUMNS",
                    header.missing().stream().map(Enum::name).collect(Collectors.joining(","))));
        }
        return header.twice() == null
                ? Optional.empty()
                : Optional.of(new Refused("onboarding.refused.COLUMN_TWICE", String.join(", ", header.twice())));
    }

    private static Remarks remarks(Spreadsheet file, ImportHeader header) {
        var others = file.sheets().stream()
                .filter(sheet -> sheet.index() != header.sheet().index())
                .map(Spreadsheet.Sheet::name)
                .filter(name -> !List.of("huong dan", "instructions").contains(VietnameseText.fold(name)))
                .limit(20)
                .toList();
        return new Remarks(
                header.sheet().name(),
                header.row(),
                letters(header),
                header.unused().stream().limit(20).toList(),
                others);
    }

    private static java.util.Map<String, String> letters(ImportHeader header) {
        return header.columns().keySet().stream()
                .collect(Collectors.toMap(Enum::name, header::letters, (one, other) -> one, java.util.TreeMap::new));
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
