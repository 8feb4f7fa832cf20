package io.heliograph.common.crypto;

import io.heliograph.common.util.Bytes;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/**
 * RSA-OAEP with SHA-256, MGF1-SHA-256 and an empty label (RFC 8017, section 7.1): carries a secret of 32 bytes.
 *
 * <p>Thread-safe.
 */
public final class KeyTransport {
    public static final int SECRET_BYTES = 32;

    private static final String TRANSFORMATION = "RSA/ECB/OAEPPadding";

    // Always in full: without it the JDK takes SHA-1 for MGF1, whatever the name of the transformation says.
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private KeyTransport() {}

    /** As long as the modulus of {@code theirKey}. */
    public static Bytes wrap(RsaPublicKey theirKey, SecretBytes secret, RandomSource random) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.ENCRYPT_MODE, theirKey.key(), OAEP, SecureRandoms.over(random));
            return Bytes.takingOver(cipher.doFinal(secret.asReadOnlyArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("OAEP failed for an allowed key", e);
        }
    }

    /** The secret; null unless {@code wrapped} has the length of the modulus and holds exactly 32 bytes. */
    public static @Nullable SecretBytes unwrap(RsaKeyPair ourKeys, Bytes wrapped) {
        if (wrapped.length() != ourKeys.publicKey().modulusBytes()) {
            return null;
        }
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.DECRYPT_MODE, ourKeys.privateKey(), OAEP);
            SecretBytes secret = SecretBytes.takingOver(cipher.doFinal(wrapped.asReadOnlyArray()));
            return secret.length() == SECRET_BYTES ? secret : null;
        } catch (GeneralSecurityException e) {
            // One answer for every kind of wrong ciphertext.
            return null;
        }
    }
}
