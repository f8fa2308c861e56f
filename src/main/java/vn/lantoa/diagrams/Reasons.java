package vn.lantoa.diagrams;

/** Why somebody released, returned, withdrew or moved something, in their own words. */
public final class Reasons {

    private static final int LONGEST = 2000;

    private Reasons() {}

    /** As much of the words as is kept. */
    public static String kept(String written) {
        var text = written.strip();
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
