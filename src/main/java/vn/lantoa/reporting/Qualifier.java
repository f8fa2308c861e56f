package vn.lantoa.reporting;

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

    static Qualifier ofCode(Object code) {
        return Arrays.stream(values())
                .filter(qualifier -> qualifier.code().equals(code))
                .findFirst()
                .orElse(EXACT);
    }
}
