package io.heliograph.common.crypto;

import io.heliograph.common.util.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A peer's RSA key of 2048 to 4096 bits with the public exponent 65537 (protocol.md 3.1).
 *
 * <p>Immutable, thread-safe.
 */
public final class RsaPublicKey {
    static final int MIN_MODULUS_BITS = 2048;
    static final int MAX_MODULUS_BITS = 4096;
    static final int MAX_SPKI_BYTES = 550;

    private final RSAPublicKey key;
    private final Bytes spki;

    private RsaPublicKey(RSAPublicKey key, Bytes spki) {
        this.key = key;
        this.spki = spki;
    }

    /**
     * Reads DER SubjectPublicKeyInfo; null if it is anything but a key that this protocol allows, in its one
     * encoding.
     */
    public static @Nullable RsaPublicKey parse(Bytes spki) {
        if (spki.length() > MAX_SPKI_BYTES) {
            return null;
        }
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPublicKey key = (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(spki.asReadOnlyArray()));
            return isAllowed(key) && isCanonical(key, spki, factory) ? new RsaPublicKey(key, spki) : null;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Hostile DER: whatever the parser thinks of it, it is not a key.
            return null;
        }
    }

    static RsaPublicKey of(RSAPublicKey key) {
        if (!isAllowed(key)) {
            throw new IllegalArgumentException(
                    "an RSA key of " + key.getModulus().bitLength() + " bits");
        }
        return new RsaPublicKey(key, Bytes.takingOver(key.getEncoded()));
    }

    /** DER SubjectPublicKeyInfo. */
    public Bytes spki() {
        return spki;
    }

    public int modulusBytes() {
        return (key.getModulus().bitLength() + 7) / 8;
    }

    RSAPublicKey key() {
        return key;
    }

    private static boolean isAllowed(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        return bits >= MIN_MODULUS_BITS
                && bits <= MAX_MODULUS_BITS
                && key.getModulus().testBit(0)
                && key.getPublicExponent().equals(RSAKeyGenParameterSpec.F4);
    }

    private static boolean isCanonical(RSAPublicKey key, Bytes spki, KeyFactory factory)
            throws GeneralSecurityException {
        byte[] again = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                .getEncoded();
        return Arrays.equals(again, spki.asReadOnlyArray());
    }
}
