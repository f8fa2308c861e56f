package vn.lantoa.organization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random words that open something, and the fingerprints under which they are kept. */
public final class Secrets {

    /** Without characters that are mistaken for each other when read aloud or from paper. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** A password of 79 bits to be read from paper, e.g. {@code h7kq-2mzd-x9fa-r3ve}. */
    static String oneTimePassword() {
        var password = new StringBuilder();
        for (var i = 0; i < 16; i++) {
            password.append(i > 0 && i % 4 == 0 ? "-" : "").append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    /** A code of 80 bits to be typed from a slip of paper, without 0, O, 1 and I, e.g. {@code H7KQ-2MZD-X9FA-R3VE}. */
    static String activationCode() {
        var code = new StringBuilder();
        for (var i = 0; i < ActivationCode.LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "")
                    .append(ActivationCode.ALPHABET.charAt(RANDOM.nextInt(ActivationCode.ALPHABET.length())));
        }
        return code.toString();
    }

    /** 256 random bits as text for a cookie or a header. */
    public static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What the database keeps of a random secret: useless to who reads it there. */
    public static String fingerprint(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
