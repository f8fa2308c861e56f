package vn.lantoa.document;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One cell that is not empty.
 *
 * @param column from 0
 * @param text as the sheet shows it, trimmed
 * @param number the exact number where the cell holds one, else null
 * @param date the day where the cell holds a date, else null
 * @param formula the formula where the cell is computed, else null; text and number are then the last result
 * @param merged the merged range the cell belongs to, such as {@code A3:A7}, else null
 */
public record SheetCell(int column, String text, BigDecimal number, LocalDate date, String formula, String merged) {

    /** A cell that is only text, as in CSV. */
    static SheetCell text(int column, String text) {
        return new SheetCell(column, text, null, null, null, null);
    }

    /** The column's letters: A, B … AA. */
    public String letters() {
        return letters(column);
    }

    /** The letters of a column counted from 0. */
    public static String letters(int column) {
        var letters = new StringBuilder();
        for (var rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
