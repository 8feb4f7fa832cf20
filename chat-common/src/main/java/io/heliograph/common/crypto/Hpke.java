package io.heliograph.common.crypto;

import io.heliograph.common.util.Bytes;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.jspecify.annotations.Nullable;

/**
 * HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message for each context.
 *
 * <p>Says nothing about who has sealed. Thread-safe: every call has objects of its own.
 */
public final class Hpke {
    public static final int ENC_BYTES = X25519KeyPair.KEY_BYTES;

    private Hpke() {}

    /**
     * The encapsulated key and the ciphertext, one behind the other. Draws the ephemeral private key, 32 bytes, from
     * {@code random}.
     *
     * @throws IllegalArgumentException if {@code recipient} is not {@link X25519KeyPair#isContributory}
     */
    public static byte[] seal(Bytes recipient, byte[] info, byte[] aad, byte[] plaintext, RandomSource random) {
        if (!X25519KeyPair.isContributory(recipient)) {
            throw new IllegalArgumentException("a public key that makes no secrets");
        }
        X25519KeyPair ephemeral = X25519KeyPair.generate(random);
        HPKE suite = suite();
        try {
            HPKEContextWithEncapsulation context = suite.setupBaseS(
                    suite.deserializePublicKey(recipient.toArray()), info, privateKey(suite, ephemeral));
            byte[] ciphertext = context.seal(aad, plaintext);
            byte[] sealed = Arrays.copyOf(context.getEncapsulation(), ENC_BYTES + ciphertext.length);
            System.arraycopy(ciphertext, 0, sealed, ENC_BYTES, ciphertext.length);
            return sealed;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("could not seal " + plaintext.length + " bytes", e);
        } finally {
            ephemeral.erase();
        }
    }

    /** The plaintext; null if {@code sealed} was not sealed for this key, {@code info} and {@code aad}. */
    public static byte @Nullable [] open(X25519KeyPair recipient, byte[] info, byte[] aad, byte[] sealed) {
        if (sealed.length < ENC_BYTES + AesGcm.TAG_BYTES) {
            return null;
        }
        byte[] enc = Arrays.copyOf(sealed, ENC_BYTES);
        if (!X25519KeyPair.isContributory(Bytes.copyOf(enc))) {
            return null;
        }
        HPKE suite = suite();
        try {
            return suite.setupBaseR(enc, privateKey(suite, recipient), info)
                    .open(aad, sealed, ENC_BYTES, sealed.length - ENC_BYTES);
        } catch (InvalidCipherTextException e) {
            return null;
        }
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    private static AsymmetricCipherKeyPair privateKey(HPKE suite, X25519KeyPair pair) {
        SecretBytes octets = pair.privateKey();
        try {
            return suite.deserializePrivateKey(
                    octets.asReadOnlyArray(), pair.publicKey().toArray());
        } finally {
            octets.erase();
        }
    }
}
