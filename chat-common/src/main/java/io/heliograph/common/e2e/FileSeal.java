package io.heliograph.common.e2e;

import io.heliograph.common.crypto.AesGcm;
import io.heliograph.common.crypto.HmacSha256;
import io.heliograph.common.crypto.KeyDerivation;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.message.Body;
import io.heliograph.common.util.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens the chunks of one file, in any order (protocol.md 14). The nonce comes from the content, so a chunk
 * that is sealed again after an interruption is the same, and one that has changed meanwhile brings no nonce back.
 *
 * <p>Not thread-safe; owned by one transfer.
 */
public final class FileSeal {
    public static final int CHUNK_BYTES = 262_144;

    /** What a chunk has more in the blob than in the file. */
    public static final int OVERHEAD_BYTES = AesGcm.NONCE_BYTES + AesGcm.TAG_BYTES;

    private static final int KEY_BYTES = 32;
    private static final byte[] LABEL = Octets.label("file");

    private final Bytes blob;
    private final long sizeBytes;
    private final AesGcm cipher;
    private final HmacSha256 nonces;

    /**
     * For the file of that name, key and size.
     *
     * @param blob its name at the relay, 16 bytes
     * @param key 32 bytes, for this file alone; copied
     * @param sizeBytes of the file, 0 to {@link Body.File#MAX_SIZE_BYTES}
     */
    public FileSeal(Bytes blob, SecretBytes key, long sizeBytes) {
        SignedRecord.require(blob.length() == Body.File.BLOB_BYTES, "a blob of " + blob.length() + " bytes");
        SignedRecord.require(key.length() == KEY_BYTES, "a file's key of " + key.length() + " bytes");
        requireSize(sizeBytes);
        this.blob = blob;
        this.sizeBytes = sizeBytes;
        SecretBytes both = KeyDerivation.expand(key, LABEL, 2 * KEY_BYTES);
        byte[] octets = both.toArray();
        both.erase();
        SecretBytes cipherKey = part(octets, 0);
        SecretBytes nonceKey = part(octets, KEY_BYTES);
        Arrays.fill(octets, (byte) 0);
        this.cipher = new AesGcm(cipherKey);
        this.nonces = new HmacSha256(nonceKey);
        cipherKey.erase();
        nonceKey.erase();
    }

    /** At least 1: a file of no octets has one chunk of none. */
    public long chunkCount() {
        return chunkCount(sizeBytes);
    }

    /** How long the blob of a file of that size is. */
    public static long sealedBytes(long sizeBytes) {
        requireSize(sizeBytes);
        return sizeBytes + OVERHEAD_BYTES * chunkCount(sizeBytes);
    }

    /** Where in the blob a chunk begins, from 0. */
    public long sealedOffset(long chunk) {
        requireChunk(chunk);
        return chunk * (CHUNK_BYTES + OVERHEAD_BYTES);
    }

    /** How many octets of the file a chunk holds. */
    public int chunkLength(long chunk) {
        requireChunk(chunk);
        return (int) Math.min(CHUNK_BYTES, sizeBytes - chunk * CHUNK_BYTES);
    }

    /** {@code plaintext} is all of the chunk. */
    public byte[] seal(long chunk, byte[] plaintext) {
        SignedRecord.require(plaintext.length == chunkLength(chunk), "a chunk of " + plaintext.length + " bytes");
        byte[] tag = nonces.update(
                        new Octets().u32(chunk).add(Sha256.digest(plaintext)).toArray())
                .tag();
        byte[] nonce = Arrays.copyOf(tag, AesGcm.NONCE_BYTES);
        byte[] ciphertext = cipher.seal(nonce, aad(chunk), plaintext);
        byte[] sealed = Arrays.copyOf(nonce, nonce.length + ciphertext.length);
        System.arraycopy(ciphertext, 0, sealed, nonce.length, ciphertext.length);
        return sealed;
    }

    /** The octets of the file; null if {@code sealed} is not this chunk of this file. */
    public byte @Nullable [] open(long chunk, byte[] sealed) {
        if (sealed.length != chunkLength(chunk) + OVERHEAD_BYTES) {
            return null;
        }
        byte[] nonce = Arrays.copyOf(sealed, AesGcm.NONCE_BYTES);
        return cipher.open(nonce, aad(chunk), sealed, AesGcm.NONCE_BYTES);
    }

    private byte[] aad(long chunk) {
        return new Octets()
                .add(LABEL)
                .add(blob)
                .u32(chunk)
                .u8(chunk == chunkCount() - 1 ? 1 : 0)
                .toArray();
    }

    private void requireChunk(long chunk) {
        SignedRecord.require(chunk >= 0 && chunk < chunkCount(), "no chunk " + chunk);
    }

    private static long chunkCount(long sizeBytes) {
        return Math.max(1, (sizeBytes + CHUNK_BYTES - 1) / CHUNK_BYTES);
    }

    private static void requireSize(long sizeBytes) {
        SignedRecord.require(sizeBytes >= 0 && sizeBytes <= Body.File.MAX_SIZE_BYTES, "a file of " + sizeBytes);
    }

    private static SecretBytes part(byte[] octets, int offset) {
        byte[] part = Arrays.copyOfRange(octets, offset, offset + KEY_BYTES);
        SecretBytes secret = SecretBytes.copyOf(part);
        Arrays.fill(part, (byte) 0);
        return secret;
    }
}
