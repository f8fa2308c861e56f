package vn.lantoa.organization;

import java.util.Locale;
import java.util.Optional;

/** How an activation code is written, and how it is read back from what somebody typed. */
final class ActivationCode {

    static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    static final int LENGTH = 16;

    private ActivationCode() {}

    /** The code as it is printed; empty when it cannot be one: too short, too long, or with a character no code has. */
    static Optional<String> read(String typed) {
        if (typed == null || typed.length() > 100) {
            return Optional.empty();
        }
        var bare = typed.replaceAll("[\\s\\p{Pd}.,_]+", "").toUpperCase(Locale.ROOT);
        if (bare.length() != LENGTH || !bare.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)) {
            return Optional.empty();
        }
        return Optional.of(bare.replaceAll("(.{4})(?!$)", "$1-"));
    }
}
