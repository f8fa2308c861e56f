package vn.lantoa.commendation.council;

import java.util.Arrays;
import java.util.Optional;

/** What a ballot says. */
public enum Choice {
    YES,
    NO,
    /** Valid, in favour of nothing. */
    BLANK;

    /** Reads it from a form; empty for anything else. */
    public static Optional<Choice> of(String text) {
        return Arrays.stream(values()).filter(one -> one.name().equals(text)).findFirst();
    }
}
