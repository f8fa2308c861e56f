package vn.lantoa.document;

import com.github.pjfanning.xlsx.SharedStringsImplementationType;
import com.github.pjfanning.xlsx.StreamingReader;
import com.github.pjfanning.xlsx.exceptions.ExcelRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import vn.lantoa.document.FileRefusal.Reason;

/** An XLSX file that {@link OfficeFiles} found sound. */
final class XlsxReader implements Spreadsheet {

    /** More merged ranges than this are not told one by one. */
    private static final int MOST_MERGED = 10_000;

    /** Excel itself keeps no more. */
    private static final MathContext DIGITS = new MathContext(15);

    private final Path file;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<Integer, List<CellRangeAddress>> merged = new HashMap<>();

    private XlsxReader(Path file) {
        this.file = file;
    }

    static Opening open(Path file) {
        var reader = new XlsxReader(file);
        try {
            return reader.survey()
                    ? new Opening.Opened(reader)
                    : new Opening.Refused(FileRefusal.of(Reason.TOO_MANY_COLUMNS));
        } catch (ExcelRuntimeException
                | POIXMLException
                | OpenXML4JRuntimeException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                | UncheckedIOException e) {
            return new Opening.Refused(FileRefusal.of(Reason.BROKEN));
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public void read(Sheet sheet, RowReader reader) {
        var ranges = merged.getOrDefault(sheet.index(), List.of());
        try (var book = book()) {
            for (var row : book.getSheetAt(sheet.index())) {
                var cells = cells(row, ranges);
                if (!cells.isEmpty() && !reader.row(new SheetRow(sheet.name(), row.getRowNum() + 1, cells))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Walks through everything once: what is merged stands only at the end of each sheet, and a broken end must be known at the beginning. */
    private boolean survey() {
        try (var book = book()) {
            for (var index = 0; index < book.getNumberOfSheets(); index++) {
                var rows = 0;
                var sheet = book.getSheetAt(index);
                for (var row : sheet) {
                    if (row.getLastCellNum() > MOST_COLUMNS) {
                        return false;
                    }
                    rows += cells(row, List.of()).isEmpty() ? 0 : 1;
                }
                if (rows > 0) {
                    sheets.add(new Sheet(index, sheet.getSheetName(), hidden(book, index), rows));
                    merged.put(
                            index,
                            sheet.getMergedRegions().stream().limit(MOST_MERGED).toList());
                }
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hidden(org.apache.poi.ss.usermodel.Workbook book, int index) {
        return book.isSheetHidden(index) || book.isSheetVeryHidden(index);
    }

    private org.apache.poi.ss.usermodel.Workbook book() {
        return StreamingReader.builder()
                .rowCacheSize(50)
                .bufferSize(8192)
                .setSharedStringsImplementationType(SharedStringsImplementationType.POI_READ_ONLY)
                .setReadSharedFormulas(false)
                .open(file.toFile());
    }

    private static List<SheetCell> cells(Row row, List<CellRangeAddress> ranges) {
        var cells = new ArrayList<SheetCell>();
        var number = row.getRowNum();
        var here = ranges.isEmpty()
                ? ranges
                : ranges.stream().filter(range -> range.containsRow(number)).toList();
        for (var cell : row) {
            var range = here.stream()
                    .filter(one -> one.isInRange(number, cell.getColumnIndex()))
                    .map(CellRangeAddress::formatAsString)
                    .findFirst()
                    .orElse(null);
            var read = cell(cell, range);
            if (!read.text().isEmpty() || read.formula() != null) {
                cells.add(read);
            }
        }
        return cells;
    }

    private static SheetCell cell(Cell cell, String merged) {
        var computed = cell.getCellType() == CellType.FORMULA;
        var type = computed ? cell.getCachedFormulaResultType() : cell.getCellType();
        var shown = type == CellType.ERROR || type == CellType.BOOLEAN ? String.valueOf(shown(cell)) : shown(cell);
        BigDecimal number = null;
        LocalDate date = null;
        if (type == CellType.NUMERIC) {
            if (DateUtil.isCellDateFormatted(cell)) {
                var moment = cell.getLocalDateTimeCellValue();
                date = moment == null ? null : moment.toLocalDate();
            } else {
                number = exact(cell.getNumericCellValue());
            }
        }
        return new SheetCell(
                cell.getColumnIndex(), shown.strip(), number, date, computed ? cell.getCellFormula() : null, merged);
    }

    private static String shown(Cell cell) {
        var text = cell.getStringCellValue();
        return text == null ? "" : text;
    }

    private static BigDecimal exact(double number) {
        if (!Double.isFinite(number)) {
            return null;
        }
        var exact = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
