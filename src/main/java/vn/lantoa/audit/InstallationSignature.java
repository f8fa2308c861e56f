package vn.lantoa.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.springframework.stereotype.Component;

/**
 * Signs what leaves this installation, so that the one that takes it in sees whether anybody altered it (Ed25519). The key is derived from
 * the audit chain's, which never lies in the database: who restores both signs as before.
 */
@Component
public class InstallationSignature {

    private static final String PURPOSE = "lantoa installation signature 1";

    private final Ed25519PrivateKeyParameters key;

    InstallationSignature(AuditKey auditKey) {
        this.key = new Ed25519PrivateKeyParameters(seed(auditKey.bytes()));
    }

    /** The signature of these bytes, in Base64. */
    public String sign(byte[] content) {
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(content, 0, content.length);
        return Base64.getEncoder().encodeToString(signer.generateSignature());
    }

    /** The key others check with, in Base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(key.generatePublicKey().getEncoded());
    }

    /** Whether the holder of this key signed these bytes; false as well for what is no key or no signature. */
    public static boolean verifies(String publicKey, byte[] content, String signature) {
        try {
            var signer = new Ed25519Signer();
            signer.init(
                    false, new Ed25519PublicKeyParameters(Base64.getDecoder().decode(publicKey)));
            signer.update(content, 0, content.length);
            return signer.verifySignature(Base64.getDecoder().decode(signature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] seed(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
