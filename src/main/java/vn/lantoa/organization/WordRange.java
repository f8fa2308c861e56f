package vn.lantoa.organization;

/**
 * Where an index of folded words is read for a beginning of a word: from it to the last word that may begin so.
 *
 * @param low what the words are not before
 * @param high what they are not behind
 */
public record WordRange(String low, String high) {

    /** As many letters of a word of a unit as its index keeps. */
    public static final int OF_UNITS = 40;

    /** Behind it no folded word that begins with what stands before it. */
    private static final String LAST = "zzzzzzzz";

    /** @param longest as many letters of a word as that index keeps */
    public static WordRange of(String beginning, int longest) {
        return new WordRange(cut(beginning, longest), cut(beginning, longest - LAST.length()) + LAST);
    }

    private static String cut(String word, int longest) {
        return word.substring(0, Math.min(longest, word.length()));
    }
}
