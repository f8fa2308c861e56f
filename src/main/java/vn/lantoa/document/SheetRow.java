package vn.lantoa.document;

import java.util.List;
import java.util.Optional;

/**
 * One row that is not empty.
 *
 * @param sheet the sheet's name; empty for CSV
 * @param number as the sheet counts, from 1
 * @param cells those that are not empty, from left to right
 */
public record SheetRow(String sheet, int number, List<SheetCell> cells) {

    /** The cell of a column counted from 0; empty when it is blank. */
    public Optional<SheetCell> cell(int column) {
        return cells.stream().filter(cell -> cell.column() == column).findFirst();
    }

    /** The text of a column counted from 0; empty text when it is blank. */
    public String text(int column) {
        return cell(column).map(SheetCell::text).orElse("");
    }
}
