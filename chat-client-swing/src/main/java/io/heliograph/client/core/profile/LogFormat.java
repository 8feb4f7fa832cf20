package io.heliograph.client.core.profile;

import io.heliograph.common.crypto.AesGcm;
import io.heliograph.common.crypto.KeyDerivation;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The octets of one sealed log. All numbers are big-endian.
 *
 * <pre>
 *   file   = magic (24), name, name, record...
 *   name   = log id (16), u32 CRC-32C of it                       twice: without it nothing opens
 *   record = u32 length of sealed, u64 index from 0, u32 CRC-32C of log id ‖ length ‖ index, nonce (12), sealed
 *   sealed = AES-256-GCM(key of the label, nonce, aad, content)
 *   aad    = label ‖ 0x00 ‖ log id ‖ u64 index
 * </pre>
 *
 * <p>So a record opens at its own place of its own file alone. The checksums find damage in what is not sealed: a
 * length that points behind the end of the file would pass for a write that did not come to its end. Not thread-safe.
 */
final class LogFormat {
    static final int HEADER_BYTES = 64;
    static final int HEAD_BYTES = 16;
    static final int OVERHEAD_BYTES = HEAD_BYTES + AesGcm.NONCE_BYTES + AesGcm.TAG_BYTES;
    /** More than any batch: what a head may claim before memory is taken for it. */
    static final int MAX_CONTENT_BYTES = 256 * 1024 * 1024;

    static final int MIN_SEALED_BYTES = AesGcm.TAG_BYTES;
    private static final byte[] MAGIC = "heliograph sealed log 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_BYTES = 16;
    private static final int NAME_BYTES = ID_BYTES + Integer.BYTES;
    private static final int SECTOR_BYTES = 512;

    private final AesGcm cipher;
    private final byte[] label;
    private final byte[] logId;
    private final RandomSource random;

    /** What stands before a record; {@code sealedBytes} is checked, the index is not yet. */
    record Head(int sealedBytes, long index) {
        long recordBytes() {
            return (long) HEAD_BYTES + AesGcm.NONCE_BYTES + sealedBytes;
        }
    }

    private LogFormat(SecretBytes master, String label, byte[] logId, RandomSource random) {
        this.cipher = new AesGcm(KeyDerivation.expand(master, "profile " + label));
        this.label = label.getBytes(StandardCharsets.US_ASCII);
        this.logId = logId;
        this.random = random;
    }

    /** A log of its own name. */
    static LogFormat fresh(SecretBytes master, String label, RandomSource random) {
        return new LogFormat(master, label, random.bytes(ID_BYTES), random);
    }

    /** {@code tolerant}: one whole copy of the name is enough. Null if the header is damaged. */
    static @Nullable LogFormat of(
            byte[] header, boolean tolerant, SecretBytes master, String label, RandomSource random) {
        byte[] first = nameAt(header, MAGIC.length);
        byte[] second = nameAt(header, MAGIC.length + NAME_BYTES);
        boolean whole = header.length >= HEADER_BYTES
                && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && first != null
                && Arrays.equals(first, second);
        byte[] name = first != null ? first : second;
        return name == null || !(whole || tolerant) ? null : new LogFormat(master, label, name, random);
    }

    byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).put(MAGIC);
        for (int copy = 0; copy < 2; copy++) {
            header.put(logId).putInt(checksum(logId));
        }
        return header.array();
    }

    byte[] record(long index, byte[] content) {
        if (content.length > MAX_CONTENT_BYTES) {
            throw new IllegalArgumentException("a record of " + content.length + " bytes");
        }
        byte[] nonce = random.bytes(AesGcm.NONCE_BYTES);
        byte[] sealed = cipher.seal(nonce, aad(index), content);
        return ByteBuffer.allocate(HEAD_BYTES + nonce.length + sealed.length)
                .putInt(sealed.length)
                .putLong(index)
                .putInt(headChecksum(sealed.length, index))
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Null if these are no head of this log. */
    @Nullable
    Head headAt(byte[] octets, int offset) {
        if (octets.length - offset < HEAD_BYTES) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(octets, offset, HEAD_BYTES);
        int sealedBytes = in.getInt();
        long index = in.getLong();
        boolean plausible = sealedBytes >= MIN_SEALED_BYTES && sealedBytes - MIN_SEALED_BYTES <= MAX_CONTENT_BYTES;
        return plausible && index >= 0 && in.getInt() == headChecksum(sealedBytes, index)
                ? new Head(sealedBytes, index)
                : null;
    }

    /** The content; null if it was not written so at this place of this file. */
    byte @Nullable [] open(long index, byte[] octets, int nonceOffset, int sealedBytes) {
        byte[] nonce = Arrays.copyOfRange(octets, nonceOffset, nonceOffset + AesGcm.NONCE_BYTES);
        int from = nonceOffset + AesGcm.NONCE_BYTES;
        return cipher.open(nonce, aad(index), Arrays.copyOfRange(octets, from, from + sealedBytes));
    }

    /**
     * A last record of full length that does not open, but holds a sector that never arrived: after a loss of power a
     * file may be as long as it should be before its content is.
     */
    static boolean looksUnwritten(byte[] octets, long fileOffset) {
        if (isZero(octets, octets.length - AesGcm.TAG_BYTES, octets.length)) {
            return true;
        }
        int sector = (int) ((SECTOR_BYTES - fileOffset % SECTOR_BYTES) % SECTOR_BYTES);
        for (; sector + SECTOR_BYTES <= octets.length; sector += SECTOR_BYTES) {
            if (isZero(octets, sector, sector + SECTOR_BYTES)) {
                return true;
            }
        }
        return false;
    }

    static boolean isZero(byte[] octets, int from, int to) {
        for (int index = Math.max(0, from); index < to; index++) {
            if (octets[index] != 0) {
                return false;
            }
        }
        return true;
    }

    private byte[] aad(long index) {
        ByteArrayOutputStream aad = new ByteArrayOutputStream();
        aad.writeBytes(label);
        aad.write(0);
        aad.writeBytes(logId);
        aad.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
        return aad.toByteArray();
    }

    private int headChecksum(int sealedBytes, long index) {
        return checksum(ByteBuffer.allocate(ID_BYTES + Integer.BYTES + Long.BYTES)
                .put(logId)
                .putInt(sealedBytes)
                .putLong(index)
                .array());
    }

    private static byte @Nullable [] nameAt(byte[] header, int offset) {
        if (header.length < offset + NAME_BYTES) {
            return null;
        }
        byte[] name = Arrays.copyOfRange(header, offset, offset + ID_BYTES);
        int told = ByteBuffer.wrap(header).getInt(offset + ID_BYTES);
        return told == checksum(name) ? name : null;
    }

    private static int checksum(byte[] octets) {
        CRC32C checksum = new CRC32C();
        checksum.update(octets);
        return (int) checksum.getValue();
    }

    /** For a log's own tests and messages. */
    static Bytes magic() {
        return Bytes.copyOf(MAGIC);
    }
}
