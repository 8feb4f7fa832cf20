package io.heliograph.common.e2e;

import io.heliograph.common.crypto.AesGcm;
import io.heliograph.common.crypto.HmacSha256;
import io.heliograph.common.crypto.KeyDerivation;
import io.heliograph.common.crypto.SecretBytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How chain keys lead to message keys and these to a cipher (protocol.md 13.5). Thread-safe: pure functions. */
final class ChainStep {
    static final int KEY_BYTES = 32;
    private static final byte MESSAGE = 0x01;
    private static final byte NEXT = 0x02;
    private static final byte[] INFO = Octets.label("message");

    private ChainStep() {}

    static SecretBytes messageKey(SecretBytes chainKey) {
        return new HmacSha256(chainKey).update(new byte[] {MESSAGE}).secretTag();
    }

    static SecretBytes next(SecretBytes chainKey) {
        return new HmacSha256(chainKey).update(new byte[] {NEXT}).secretTag();
    }

    static byte[] seal(SecretBytes messageKey, byte[] aad, byte[] plaintext) {
        return new OneMessage(messageKey).seal(aad, plaintext);
    }

    /** Null if it does not open. */
    static byte @Nullable [] open(SecretBytes messageKey, byte[] aad, byte[] ciphertext) {
        return new OneMessage(messageKey).open(aad, ciphertext);
    }

    /** The cipher and the nonce that belong to a message key. */
    private static final class OneMessage {
        private final AesGcm cipher;
        private final byte[] nonce;

        OneMessage(SecretBytes messageKey) {
            SecretBytes both = KeyDerivation.expand(messageKey, INFO, AesGcm.KEY_BYTES + AesGcm.NONCE_BYTES);
            byte[] octets = both.toArray();
            both.erase();
            byte[] keyOctets = Arrays.copyOf(octets, AesGcm.KEY_BYTES);
            SecretBytes key = SecretBytes.copyOf(keyOctets);
            nonce = Arrays.copyOfRange(octets, AesGcm.KEY_BYTES, octets.length);
            cipher = new AesGcm(key);
            key.erase();
            Arrays.fill(keyOctets, (byte) 0);
            Arrays.fill(octets, (byte) 0);
        }

        byte[] seal(byte[] aad, byte[] plaintext) {
            return cipher.seal(nonce, aad, plaintext);
        }

        byte @Nullable [] open(byte[] aad, byte[] ciphertext) {
            return cipher.open(nonce, aad, ciphertext);
        }
    }
}
