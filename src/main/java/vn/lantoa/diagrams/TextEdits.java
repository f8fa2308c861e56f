package vn.lantoa.diagrams;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements in a text by position; whatever they do not name stays byte for byte. */
final class TextEdits {

    /** What stands from one position up to (not including) another is replaced; inserted where both are the same. */
    record Edit(int from, int to, String text) {}

    private TextEdits() {}

    static String apply(String text, List<Edit> edits) {
        var result = new StringBuilder(text);
        var backwards = new ArrayList<>(edits);
        backwards.sort(
                Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to).reversed());
        backwards.forEach(edit -> result.replace(edit.from(), edit.to(), edit.text()));
        return result.toString();
    }

    /** Removes this range together with the white space before it, so that no empty line stays. */
    static Edit without(String text, int from, int to) {
        return new Edit(blankBefore(text, from), to, "");
    }

    /** Where the white space before a position begins. */
    static int blankBefore(String text, int position) {
        var start = position;
        while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The white space before a position: line break and indentation, to set something beside it. */
    static String blank(String text, int position) {
        return text.substring(blankBefore(text, position), position);
    }
}
