package vn.lantoa.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import vn.lantoa.document.FileRefusal.Reason;

/** The rows of a CSV or XLSX file that somebody brought, row by row: no file is ever whole in memory. */
public interface Spreadsheet {

    /**
     * A sheet.
     *
     * @param name empty for CSV
     * @param rows how many rows are not empty
     */
    record Sheet(int index, String name, boolean hidden, int rows) {}

    /** Takes rows one by one. */
    @FunctionalInterface
    interface RowReader {

        /** Gives false to read no further. */
        boolean row(SheetRow row);
    }

    /** What became of opening a file. */
    sealed interface Opening {

        /** It can be read from beginning to end: it has been walked through once. */
        record Opened(Spreadsheet sheet) implements Opening {}

        /** It cannot be read. */
        record Refused(FileRefusal refusal) implements Opening {}
    }

    /** The most columns a row may reach. */
    int MOST_COLUMNS = 1_000;

    /** Every sheet that has a row, in the file's order: one for CSV. */
    List<Sheet> sheets();

    /** Reads a sheet's rows that are not empty, from the top. */
    void read(Sheet sheet, RowReader reader);

    /**
     * Opens a file after looking whether that is safe ({@link OfficeFiles}).
     *
     * @param name the file's name, whose ending has to agree with what is inside
     * @throws UncheckedIOException when the disk fails; a broken file is a refusal
     */
    static Opening open(Path file, String name) {
        try {
            var size = Files.size(file);
            if (size == 0) {
                return refused(Reason.EMPTY);
            }
            if (size > OfficeFiles.LARGEST) {
                return refused(Reason.TOO_LARGE);
            }
            if (OfficeFiles.isCompound(file)) {
                return refused(OfficeFiles.compound(file));
            }
            return OfficeFiles.isZip(file) ? xlsx(file, ending(name)) : csv(file, ending(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Opening xlsx(Path file, String ending) {
        if (ending.equals("xlsm") || ending.equals("xltm")) {
            return refused(Reason.MACROS);
        }
        var verdict = OfficeFiles.check(file);
        if (verdict instanceof OfficeFiles.Verdict.Refused refused
                && refused.refusal().reason() != Reason.NOT_AN_OFFICE_FILE) {
            return new Opening.Refused(refused.refusal());
        }
        if (!verdict.equals(new OfficeFiles.Verdict.Sound(OfficeFiles.Kind.XLSX))) {
            return refused(Reason.NOT_A_SPREADSHEET);
        }
        return ending.equals("xlsx") ? XlsxReader.open(file) : refused(Reason.NAME_AND_CONTENT_DIFFER);
    }

    private static Opening csv(Path file, String ending) throws IOException {
        if (ending.equals("xlsx") || ending.equals("xls") || ending.equals("xlsm")) {
            return refused(Reason.NOT_A_SPREADSHEET);
        }
        return CsvReader.open(file, List.of("csv", "txt", "tsv").contains(ending));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Opening refused(Reason reason) {
        return new Opening.Refused(FileRefusal.of(reason));
    }
}
