package vn.lantoa.form;

import java.util.Arrays;
import java.util.Locale;

/** How exactly a published figure is meant: "trên", "gần", "hơn", "khoảng", or to the unit. */
public enum Qualifier {
    EXACT,
    MORE_THAN,
    ALMOST,
    OVER,
    ABOUT;

    /** As forms and the API write it: {@code more_than}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * How exactly a sum is meant: "trên" and "hơn" beside exact numbers stay, both together are "trên"; "gần" stays; what points upward and
     * downward at once, or was "khoảng" already, is "khoảng".
     */
    public Qualifier with(Qualifier other) {
        if (this == other || other == EXACT) {
            return this;
        }
        if (this == EXACT) {
            return other;
        }
        return isAtLeast() && other.isAtLeast() ? MORE_THAN : ABOUT;
    }

    private boolean isAtLeast() {
        return this == MORE_THAN || this == OVER;
    }

    public static Qualifier ofCode(Object code) {
        return Arrays.stream(values())
                .filter(qualifier -> qualifier.code().equals(code))
                .findFirst()
                .orElse(EXACT);
    }
}
