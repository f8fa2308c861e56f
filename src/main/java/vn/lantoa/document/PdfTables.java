package vn.lantoa.document;

import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;

/** Turns tables of a Word document into tables of a PDF: widths, merged cells, borders, heads repeated on each page. */
final class PdfTables {

    private static final float CELL_SIDES = 5.4f;

    private final Function<IBodyElement, List<Element>> inner;

    PdfTables(Function<IBodyElement, List<Element>> inner) {
        this.inner = inner;
    }

    /** @param width of the text between the margins, for a table that says nothing of its own */
    PdfPTable of(XWPFTable word, float width) {
        var widths = widths(word, width);
        var table = new PdfPTable(widths.length);
        table.setWidths(widths);
        table.setSplitLate(true);
        table.setTotalWidth(Math.min(sum(widths), width));
        table.setLockedWidth(true);
        table.setHorizontalAlignment(alignment(word));
        var heads = 0;
        for (var row = 0; row < word.getRows().size(); row++) {
            if (heads == row && word.getRow(row).isRepeatHeader()) {
                heads++;
            }
            row(word, row, table);
            table.completeRow();
        }
        table.setHeaderRows(heads < word.getRows().size() ? heads : 0);
        return table;
    }

    private void row(XWPFTable word, int number, PdfPTable table) {
        var row = word.getRow(number);
        var column = 0;
        for (var cell : row.getTableCells()) {
            var properties = cell.getCTTc().getTcPr();
            var span = Math.min(span(properties), table.getNumberOfColumns() - column);
            if (span < 1) {
                return;
            }
            if (!continues(properties)) {
                var made = cell(word, row, cell.getCTTc());
                made.setColspan(span);
                made.setRowspan(rowsOf(word, number, column));
                for (var element : cell.getBodyElements()) {
                    inner.apply(element).stream()
                            .filter(part -> part.type() != Element.CHUNK)
                            .forEach(made::addElement);
                }
                shade(made, cell.getColor());
                table.addCell(made);
            }
            column += span;
        }
    }

    private PdfPCell cell(XWPFTable word, XWPFTableRow row, CTTc cell) {
        var made = new PdfPCell();
        made.setBorder(Rectangle.NO_BORDER);
        made.setPaddingLeft(CELL_SIDES);
        made.setPaddingRight(CELL_SIDES);
        made.setPaddingTop(0);
        made.setPaddingBottom(4);
        if (row.getHeight() > 0) {
            made.setMinimumHeight(row.getHeight() * PdfParagraphs.POINTS_PER_TWIP);
        }
        var properties = cell.getTcPr();
        if (properties != null && properties.isSetVAlign()) {
            made.setVerticalAlignment(
                    switch (properties.getVAlign().getVal().toString()) {
                        case "center" -> Element.ALIGN_MIDDLE;
                        case "bottom" -> Element.ALIGN_BOTTOM;
                        default -> Element.ALIGN_TOP;
                    });
        }
        var own = properties != null && properties.isSetTcBorders() ? properties.getTcBorders() : null;
        var table =
                word.getCTTbl().getTblPr() != null && word.getCTTbl().getTblPr().isSetTblBorders()
                        ? word.getCTTbl().getTblPr().getTblBorders()
                        : null;
        borders(made, own, table);
        return made;
    }

    private static void borders(PdfPCell cell, CTTcBorders own, CTTblBorders table) {
        border(cell, Rectangle.TOP, own == null ? null : own.getTop(), table == null ? null : table.getTop());
        border(cell, Rectangle.BOTTOM, own == null ? null : own.getBottom(), table == null ? null : table.getBottom());
        border(cell, Rectangle.LEFT, own == null ? null : own.getLeft(), table == null ? null : table.getLeft());
        border(cell, Rectangle.RIGHT, own == null ? null : own.getRight(), table == null ? null : table.getRight());
    }

    private static void border(PdfPCell cell, int side, CTBorder own, CTBorder table) {
        var border = own == null ? table : own;
        if (border != null
                && border.getVal() != null
                && !border.getVal().toString().matches("none|nil")) {
            cell.enableBorderSide(side);
            cell.setBorderWidth(0.5f);
        }
    }

    private static void shade(PdfPCell cell, String color) {
        if (color != null && color.matches("[0-9A-Fa-f]{6}")) {
            cell.setBackgroundColor(new Color(Integer.parseInt(color, 16)));
        }
    }

    private static int span(CTTcPr properties) {
        return properties != null && properties.isSetGridSpan()
                ? Math.max(1, properties.getGridSpan().getVal().intValue())
                : 1;
    }

    /** Whether a cell only goes on with the one above it. */
    private static boolean continues(CTTcPr properties) {
        return properties != null
                && properties.isSetVMerge()
                && (!properties.getVMerge().isSetVal()
                        || properties.getVMerge().getVal().toString().equals("continue"));
    }

    private static int rowsOf(XWPFTable word, int number, int column) {
        var rows = 1;
        while (number + rows < word.getRows().size() && continuesAt(word.getRow(number + rows), column)) {
            rows++;
        }
        return rows;
    }

    private static boolean continuesAt(XWPFTableRow row, int column) {
        var at = 0;
        for (var cell : row.getTableCells()) {
            if (at == column) {
                return continues(cell.getCTTc().getTcPr());
            }
            at += span(cell.getCTTc().getTcPr());
        }
        return false;
    }

    private static float[] widths(XWPFTable word, float width) {
        var grid = word.getCTTbl().getTblGrid();
        if (grid != null && grid.sizeOfGridColArray() > 0) {
            var widths = new float[grid.sizeOfGridColArray()];
            for (var column = 0; column < widths.length; column++) {
                widths[column] = Math.max(
                        1, PdfParagraphs.twips(grid.getGridColArray(column).getW()));
            }
            return widths;
        }
        var columns = word.getRows().stream()
                .mapToInt(row -> row.getTableCells().stream()
                        .mapToInt(cell -> span(cell.getCTTc().getTcPr()))
                        .sum())
                .max()
                .orElse(1);
        var widths = new float[Math.max(1, columns)];
        java.util.Arrays.fill(widths, width / widths.length);
        return widths;
    }

    private static float sum(float[] widths) {
        var sum = 0f;
        for (var width : widths) {
            sum += width;
        }
        return sum;
    }

    private static int alignment(XWPFTable word) {
        var properties = word.getCTTbl().getTblPr();
        var jc = properties != null && properties.isSetJc()
                ? properties.getJc().getVal().toString()
                : "left";
        return switch (jc) {
            case "center" -> Element.ALIGN_CENTER;
            case "right", "end" -> Element.ALIGN_RIGHT;
            default -> Element.ALIGN_LEFT;
        };
    }
}
