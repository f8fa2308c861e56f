package vn.lantoa.reporting.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import vn.lantoa.organization.UnitId;
import vn.lantoa.reporting.ReportingPeriod;

/**
 * A package that came in.
 *
 * @param unit the branch it speaks of
 * @param takenAt when its reports were taken in, null before
 */
public record ReportPackage(
        long id,
        UnitId unit,
        String period,
        String digest,
        String publicKey,
        int reports,
        Instant receivedAt,
        Instant takenAt) {

    /** The period in words: "năm 2026". */
    public String periodTitle() {
        return ReportingPeriod.parse(period).map(ReportingPeriod::title).orElse(period);
    }

    /** What two people read to each other to know that it is the same key: eight groups of four. */
    public String fingerprint() {
        return fingerprint(publicKey);
    }

    static String fingerprint(String publicKey) {
        return sha256(publicKey.getBytes(StandardCharsets.US_ASCII))
                .substring(0, 32)
                .replaceAll("(.{4})(?!$)", "$1 ");
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
