package vn.lantoa.organization;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Vietnamese words made comparable: the database is asked to sort and to search plain ASCII only, so that every database agrees. */
public final class VietnameseText {

    private static final String ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";
    private static final int SORT_KEY = 500;
    private static final int NUMBER = 8;
    private static final int MOST_ASKED = 8;
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");
    private static final Pattern BETWEEN_SYLLABLES = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    /** Words so frequent in names of units that an index on them would only cost. */
    private static final Set<String> FREQUENT = Set.of("cong", "doan", "co", "so", "xa", "phuong", "ty", "tnhh");

    private VietnameseText() {}

    /** The text in composed form, without control characters, runs of white space as one blank. */
    public static String clean(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    /** The words without diacritics and in lower case, blanks between: "Hoà Bình" and "Hòa Bình" are both "hoa binh". */
    public static String fold(String text) {
        return String.join(" ", words(text));
    }

    /** The folded words of a text, in its order. */
    public static List<String> words(String text) {
        var bare = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        return bare.isEmpty() ? List.of() : List.of(bare.split(" "));
    }

    /** The different words of what somebody looks for, the first ones: each of them costs a condition of the query. */
    public static List<String> asked(String text) {
        return words(text).stream().distinct().limit(MOST_ASKED).toList();
    }

    /** What a prefix search looks into: {@code like '% <word>%'} for each word; abbreviations stand with their full words. */
    public static String searchText(String... texts) {
        return " " + String.join(" ", searchWords(texts)) + " ";
    }

    /** The words to index: those of {@link #searchText} that tell units apart. */
    static Set<String> indexWords(String... texts) {
        return searchWords(texts).stream()
                .filter(word -> !FREQUENT.contains(word))
                .map(word -> word.substring(0, Math.min(40, word.length())))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** Whether the index of words can answer for this beginning of a word: it is folded and none of those nearly every unit has. */
    public static boolean tellsApart(String prefix) {
        return !frequent(prefix);
    }

    /** Whether the index of words cannot answer for this beginning of a word. */
    static boolean frequent(String prefix) {
        return FREQUENT.stream().anyMatch(word -> word.startsWith(prefix));
    }

    /**
     * A key of digits that sorts as a Vietnamese dictionary does: syllable by syllable, letters first (a ă â … d đ …), then the tone
     * (none, huyền, hỏi, ngã, sắc, nặng); numbers by their size.
     */
    public static String sortKey(String text) {
        var key = new StringBuilder();
        for (var syllable : BETWEEN_SYLLABLES.split(clean(text).toLowerCase(Locale.ROOT))) {
            if (!syllable.isEmpty()) {
                appendSyllable(key, syllable);
            }
        }
        return key.length() > SORT_KEY ? key.substring(0, SORT_KEY) : key.toString();
    }

    private static void appendSyllable(StringBuilder key, String syllable) {
        var tone = 0;
        var letters = new StringBuilder();
        for (var letter :
                Normalizer.normalize(padded(syllable), Normalizer.Form.NFD).toCharArray()) {
            var mark = TONES.indexOf(letter);
            if (mark >= 0) {
                tone = mark + 1;
            } else {
                letters.append(letter);
            }
        }
        for (var letter : Normalizer.normalize(letters, Normalizer.Form.NFC).toCharArray()) {
            var rank = rank(letter);
            key.append((char) ('0' + rank / 10)).append((char) ('0' + rank % 10));
        }
        key.append("00").append(tone);
    }

    /** Numbers of up to eight digits in the same length, so that they sort by their size. */
    private static String padded(String syllable) {
        if (syllable.length() > NUMBER) {
            return syllable;
        }
        for (var i = 0; i < syllable.length(); i++) {
            if (syllable.charAt(i) < '0' || syllable.charAt(i) > '9') {
                return syllable;
            }
        }
        return "0".repeat(NUMBER - syllable.length()) + syllable;
    }

    private static int rank(char letter) {
        var rank = ALPHABET.indexOf(letter);
        return rank < 0 ? 99 : rank + 1;
    }

    private static List<String> searchWords(String... texts) {
        var words = new ArrayList<String>();
        for (var text : texts) {
            for (var word : words(text)) {
                words.add(word);
                words.addAll(meaning(word));
            }
        }
        return words.stream().distinct().toList();
    }

    private static List<String> meaning(String abbreviation) {
        return switch (abbreviation) {
            case "ldld" -> List.of("lien", "doan", "lao", "dong");
            case "tld" -> List.of("tong", "lien", "doan", "lao", "dong");
            case "cdcs" -> List.of("cong", "doan", "co", "so");
            case "cd" -> List.of("cong", "doan");
            case "kcn" -> List.of("khu", "cong", "nghiep");
            default -> List.of();
        };
    }
}
