package vn.lantoa.commendation.decision;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The short code printed on a decision, by which anybody may ask whether it is genuine: {@code 7KQ2M-ZDX9F}. */
final class VerificationCode {

    /** Without 0, O, 1, I, L: read from paper. 31 characters, so ten of them say 49 bits: not to be guessed one by one. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private VerificationCode() {}

    static String make() {
        var code = new StringBuilder();
        for (var place = 0; place < LENGTH; place++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it is kept, from what somebody typed; empty when it cannot be a code. */
    static Optional<String> read(String typed) {
        if (typed == null || typed.length() > 100) {
            return Optional.empty();
        }
        var code = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}.]", "");
        return code.length() == LENGTH && code.chars().allMatch(one -> ALPHABET.indexOf(one) >= 0)
                ? Optional.of(code)
                : Optional.empty();
    }

    /** As it is printed. */
    static String shown(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }
}
