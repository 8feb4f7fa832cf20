package io.heliograph.common.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens the records of one direction in one epoch: AES-256-CBC, then HMAC-SHA256 over the header, the
 * initialisation vector and the ciphertext (protocol.md 4.1).
 *
 * <p>Guarantees secrecy and integrity of the plaintext and integrity of the header, not freshness: that is the
 * replay window's. It chooses the initialisation vectors itself. Reuses its objects: not thread-safe, and an
 * instance either seals or opens.
 */
public final class RecordCipher {
    private static final int TAG_BYTES = HmacSha256.TAG_BYTES;
    private static final int IV_BYTES = 16;
    private static final int BLOCK_BYTES = 16;
    private static final int CIPHERTEXT_OFFSET = TAG_BYTES + IV_BYTES;

    private final SecretKeySpec encryptionKey;
    private final Cipher cipher;
    private final HmacSha256 mac;
    private final byte[] iv = new byte[IV_BYTES];
    private final byte[] expectedTag = new byte[TAG_BYTES];

    RecordCipher(SecretBytes encryptionKey, SecretBytes macKey) {
        try {
            this.encryptionKey = new SecretKeySpec(encryptionKey.asReadOnlyArray(), "AES");
            this.cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            this.mac = new HmacSha256(macKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-CBC", e);
        }
    }

    /** What became of a payload that was to be opened. */
    public enum Verdict {
        OPENED,
        BAD_LENGTH,
        BAD_TAG,
        /** The tag was right, so the peer itself pads wrongly. */
        BAD_PADDING
    }

    /** An attempt to open; {@code plaintext} is null unless the verdict is {@code OPENED}. */
    @SuppressWarnings("ArrayRecordComponent") // on the path of every datagram; compared by nobody
    public record Opening(Verdict verdict, byte @Nullable [] plaintext) {
        private static final Opening BAD_LENGTH = new Opening(Verdict.BAD_LENGTH, null);
        private static final Opening BAD_TAG = new Opening(Verdict.BAD_TAG, null);
        private static final Opening BAD_PADDING = new Opening(Verdict.BAD_PADDING, null);
    }

    /** The payload: tag, initialisation vector, ciphertext. */
    public byte[] seal(byte[] header, byte[] plaintext, int length, RandomSource random) {
        int ciphertextBytes = (length / BLOCK_BYTES + 1) * BLOCK_BYTES;
        byte[] payload = new byte[CIPHERTEXT_OFFSET + ciphertextBytes];
        random.nextBytes(iv);
        System.arraycopy(iv, 0, payload, TAG_BYTES, IV_BYTES);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, encryptionKey, new IvParameterSpec(iv));
            cipher.doFinal(plaintext, 0, length, payload, CIPHERTEXT_OFFSET);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not seal " + length + " bytes", e);
        }
        mac.update(header).update(payload, TAG_BYTES, payload.length - TAG_BYTES);
        mac.tagInto(payload, 0);
        return payload;
    }

    /** Believes nothing before the tag has proved right, and compares that in constant time (protocol.md 4.2). */
    public Opening open(byte[] header, byte[] payload) {
        int ciphertextBytes = payload.length - CIPHERTEXT_OFFSET;
        // The JDK "decrypts" an empty ciphertext without complaint, so lengths are our business.
        if (ciphertextBytes < BLOCK_BYTES || ciphertextBytes % BLOCK_BYTES != 0) {
            return Opening.BAD_LENGTH;
        }
        mac.update(header).update(payload, TAG_BYTES, payload.length - TAG_BYTES);
        mac.tagInto(expectedTag, 0);
        // Both arguments have 32 bytes, and isEqual looks at all of them.
        if (!MessageDigest.isEqual(expectedTag, Arrays.copyOf(payload, TAG_BYTES))) {
            return Opening.BAD_TAG;
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, encryptionKey, new IvParameterSpec(payload, TAG_BYTES, IV_BYTES));
            return new Opening(Verdict.OPENED, cipher.doFinal(payload, CIPHERTEXT_OFFSET, ciphertextBytes));
        } catch (BadPaddingException e) {
            return Opening.BAD_PADDING;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not open " + payload.length + " bytes", e);
        }
    }
}
