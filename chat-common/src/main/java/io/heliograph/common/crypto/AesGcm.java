package io.heliograph.common.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-256-GCM (NIST SP 800-38D) under one key, with nonces of 12 bytes and tags of 16, which stand behind the
 * ciphertext.
 *
 * <p>The caller answers for the nonces: two different plaintexts under one of them give both away. Reuses its objects:
 * not thread-safe.
 */
public final class AesGcm {
    public static final int KEY_BYTES = 32;
    public static final int NONCE_BYTES = 12;
    public static final int TAG_BYTES = 16;

    private final SecretKeySpec key;
    private Cipher cipher;
    private byte[] sealedWith = {};

    public AesGcm(SecretBytes key) {
        if (key.length() != KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + key.length() + " bytes");
        }
        this.key = new SecretKeySpec(key.asReadOnlyArray(), "AES");
        this.cipher = newCipher();
    }

    /** The ciphertext, as long as the plaintext, and the tag. */
    public byte[] seal(byte[] nonce, byte[] aad, byte[] plaintext) {
        requireNonce(nonce);
        if (Arrays.equals(nonce, sealedWith)) {
            // The JDK's object refuses the nonce it has just used; to seal the same once more is the caller's right.
            cipher = newCipher();
        }
        sealedWith = nonce.clone();
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.updateAAD(aad);
            return cipher.doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not seal " + plaintext.length + " bytes", e);
        }
    }

    /** The plaintext; null if {@code sealed} was not sealed with this key, {@code nonce} and {@code aad}. */
    public byte @Nullable [] open(byte[] nonce, byte[] aad, byte[] sealed) {
        return open(nonce, aad, sealed, 0);
    }

    /** The same, of what stands in {@code octets} from {@code offset} on. */
    public byte @Nullable [] open(byte[] nonce, byte[] aad, byte[] octets, int offset) {
        requireNonce(nonce);
        int sealedBytes = octets.length - offset;
        if (sealedBytes < TAG_BYTES) {
            return null;
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
            cipher.updateAAD(aad);
            return cipher.doFinal(octets, offset, sealedBytes);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not open " + sealedBytes + " bytes", e);
        }
    }

    private static void requireNonce(byte[] nonce) {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce of " + nonce.length + " bytes");
        }
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }
}
