package vn.lantoa.document;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of uploaded files as they may be shown and served: what could mislead a reader or a program is taken out. */
final class FileNames {

    static final int LONGEST = 200;

    /** Control characters, marks that turn the direction of writing, invisible joiners, and what no file system wants. */
    private static final Pattern MISLEADING =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029\\\\/:*?\"<>|]+");

    private FileNames() {}

    /**
     * The name without its folders, composed, without what misleads; never empty.
     *
     * @param otherwise what it is called when nothing remains
     */
    static String clean(String given, String otherwise) {
        if (given == null) {
            return otherwise;
        }
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var plain = MISLEADING
                .matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                .replaceAll(" ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^\\.+", "");
        return plain.isBlank() ? otherwise : shortened(plain);
    }

    /** The last part after a dot in lower case; empty when there is none. */
    static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > name.length() - 10 ? name.substring(dot) : "";
        var room = LONGEST - ending.length();
        // Not through the middle of a letter of two code units.
        var cut = Character.isHighSurrogate(name.charAt(room - 1)) ? room - 1 : room;
        return name.substring(0, cut).strip() + ending;
    }
}
