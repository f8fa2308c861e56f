package vn.lantoa.document;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** The numbers and dashes before paragraphs of a list, counted as Word counts them. */
final class WordLists {

    private final Map<String, int[]> counts = new HashMap<>();

    /** What stands before the paragraph; null when it is in no list. */
    String labelOf(XWPFParagraph paragraph) {
        var list = paragraph.getNumID();
        var format = list == null ? null : paragraph.getNumFmt();
        if (format == null || paragraph.getNumLevelText() == null) {
            return null;
        }
        if (format.equals("bullet")) {
            // Word's bullets are often letters of a symbol font that no other font has.
            return "-";
        }
        var level = paragraph.getNumIlvl() == null
                ? 0
                : Math.min(8, paragraph.getNumIlvl().intValue());
        var count = counts.computeIfAbsent(list.toString(), key -> new int[9]);
        count[level]++;
        for (var below = level + 1; below < count.length; below++) {
            count[below] = 0;
        }
        var label = paragraph.getNumLevelText();
        for (var place = 0; place <= level; place++) {
            label = label.replace(
                    "%" + (place + 1), written(Math.max(1, count[place]), place == level ? format : "decimal"));
        }
        return label;
    }

    private static String written(int number, String format) {
        return switch (format) {
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(java.util.Locale.ROOT);
            case "upperLetter" -> String.valueOf((char) ('A' + (number - 1) % 26));
            case "lowerLetter" -> String.valueOf((char) ('a' + (number - 1) % 26));
            default -> Integer.toString(number);
        };
    }

    private static String roman(int number) {
        var tens = new String[] {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
        var ones = new String[] {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        return number < 100 ? tens[number / 10] + ones[number % 10] : Integer.toString(number);
    }
}
