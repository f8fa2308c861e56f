package vn.lantoa.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The arithmetic of the chain: everything that needs the key, and nothing else. */
@Component
class Seals {

    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    Seals(AuditKey key) {
        this.key = new SecretKeySpec(key.bytes(), HMAC);
    }

    /** SHA-256(salt ‖ payload): tells later that a payload is the one of then, and nothing about it once it is erased. */
    String commitment(String salt, String payload) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(salt));
            return hex(digest.digest(payload == null ? new byte[0] : payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the payload is still the committed one, or erased. */
    boolean keepsCommitment(Row row) {
        return row.erased()
                ? row.payload() == null
                : commitment(row.salt(), row.payload()).equals(row.commitment());
    }

    /** What the writer puts its name to: all of a row but its place. */
    String mark(Row row) {
        return keyed(
                "mark",
                row.at().toEpochMilli(),
                row.actorId(),
                row.actor(),
                row.action(),
                row.object(),
                row.unit(),
                row.correlation(),
                row.facts(),
                row.commitment());
    }

    /** The link: this entry, at this place, after that one. */
    String link(long seq, long id, String previous, String mark) {
        return keyed("link", seq, id, previous, mark);
    }

    Head head(long seq, String hash) {
        return new Head(seq, hash, keyed("head", seq, hash));
    }

    boolean genuine(Head head) {
        return head.equals(Head.EMPTY) || head(head.seq(), head.hash()).equals(head);
    }

    /** Each field with its length before it, so that no two rows read the same. */
    private String keyed(Object... fields) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (var field : fields) {
                var bytes = field == null ? new byte[0] : field.toString().getBytes(StandardCharsets.UTF_8);
                mac.update((field == null ? "-:" : bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return hex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
