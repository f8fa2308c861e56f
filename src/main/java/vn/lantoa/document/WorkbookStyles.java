package vn.lantoa.document;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The few ways in which our cells look. */
final class WorkbookStyles {

    final CellStyle text;
    final CellStyle guarded;
    final CellStyle whole;
    final CellStyle decimal;
    final CellStyle day;
    final CellStyle header;
    final CellStyle note;

    WorkbookStyles(SXSSFWorkbook book) {
        text = style(book, "@");
        guarded = style(book, "@");
        guarded.setQuotePrefixed(true);
        whole = style(book, "#,##0");
        decimal = style(book, "#,##0.######");
        day = style(book, "dd/mm/yyyy");
        header = header(book);
        note = style(book, "@");
        var slanted = book.createFont();
        slanted.setItalic(true);
        note.setFont(slanted);
        note.setWrapText(false);
        // Names of units stand in sentences and headers too.
        note.setQuotePrefixed(true);
        header.setQuotePrefixed(true);
    }

    private static CellStyle style(SXSSFWorkbook book, String format) {
        var style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static CellStyle header(SXSSFWorkbook book) {
        var style = style(book, "@");
        var bold = book.createFont();
        bold.setBold(true);
        style.setFont(bold);
        style.setWrapText(true);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }
}
