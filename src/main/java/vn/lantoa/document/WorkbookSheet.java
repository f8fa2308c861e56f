package vn.lantoa.document;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import vn.lantoa.document.Workbook.Column;
import vn.lantoa.document.Workbook.Value;

/** A sheet being written, from the top. */
public final class WorkbookSheet {

    private static final int LONGEST = 32_767;
    private static final int MOST_ROWS = 1_048_575;

    /** Excel keeps a list of choices in 255 characters; a longer one is left out. */
    private static final int LONGEST_CHOICES = 255;

    private final SXSSFSheet sheet;
    private final WorkbookStyles styles;
    private int next;

    WorkbookSheet(SXSSFSheet sheet, WorkbookStyles styles, List<String> notes, List<Column> columns) {
        this.sheet = sheet;
        this.styles = styles;
        notes.forEach(this::note);
        if (!columns.isEmpty()) {
            header(columns);
        }
    }

    /** Writes a sentence over the whole width. */
    public void note(String sentence) {
        text(sheet.createRow(next++).createCell(0), sentence).setCellStyle(styles.note);
    }

    /** Writes a row. */
    public void row(List<Value> values) {
        var row = sheet.createRow(next++);
        for (var column = 0; column < values.size(); column++) {
            cell(row, column, values.get(column));
        }
    }

    private void header(List<Column> columns) {
        var row = sheet.createRow(next++);
        for (var i = 0; i < columns.size(); i++) {
            text(row.createCell(i), columns.get(i).title()).setCellStyle(styles.header);
            sheet.setColumnWidth(i, Math.max(1, Math.min(120, columns.get(i).width())) * 256);
            sheet.setDefaultColumnStyle(i, styles.text);
            choices(i, columns.get(i).choices());
        }
        sheet.createFreezePane(0, next);
    }

    private void choices(int column, List<String> choices) {
        if (choices.isEmpty()
                || String.join(",", choices).length() > LONGEST_CHOICES
                || choices.stream().anyMatch(choice -> choice.contains(","))) {
            return;
        }
        var helper = sheet.getDataValidationHelper();
        var validation = helper.createValidation(
                helper.createExplicitListConstraint(choices.toArray(String[]::new)),
                new CellRangeAddressList(next, MOST_ROWS, column, column));
        validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        sheet.addValidationData(validation);
    }

    private void cell(SXSSFRow row, int column, Value value) {
        if (value instanceof Value.Text text) {
            var known = text.text();
            text(row.createCell(column), known)
                    .setCellStyle(CsvWriter.computable(known) ? styles.guarded : styles.text);
        } else if (value instanceof Value.Number number) {
            var cell = row.createCell(column);
            cell.setCellValue(number.number().doubleValue());
            cell.setCellStyle(number.number().stripTrailingZeros().scale() <= 0 ? styles.whole : styles.decimal);
        } else if (value instanceof Value.Day day) {
            var cell = row.createCell(column);
            cell.setCellValue(day.day());
            cell.setCellStyle(styles.day);
        }
    }

    private static Cell text(Cell cell, String text) {
        var plain = text.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]", " ");
        cell.setCellValue(plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain);
        return cell;
    }
}
