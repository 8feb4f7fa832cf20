package io.heliograph.common.e2e;

import io.heliograph.common.crypto.AesGcm;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The first {@value #HEADER_BYTES} bytes of a sealed body, by which a reader finds device, chain and head (protocol.md
 * 13.5). Believed only once the body has been opened. Immutable, thread-safe.
 *
 * @param deviceTag 8 bytes
 * @param chain 8 bytes
 * @param counter 0 to 2^32 - 1
 * @param headTag 8 bytes
 */
public record SealedHeader(Bytes deviceTag, Bytes chain, long counter, Bytes headTag) {
    public static final int TAG_BYTES = 8;
    public static final int CHAIN_BYTES = 8;
    public static final int HEADER_BYTES = 29;

    /** The longest sealed body. */
    public static final int MAX_BYTES = 60_000;

    static final long MAX_COUNTER = 0xFFFF_FFFFL;
    private static final int VERSION = 0xE1;
    private static final int COUNTER_BYTES = 4;
    private static final int PADDED_UNIT_BYTES = 32;
    private static final int FEWEST_BYTES =
            HEADER_BYTES + PADDED_UNIT_BYTES + AesGcm.TAG_BYTES + SignedRecord.SIGNATURE_BYTES;

    /** Null if {@code sealedBody} cannot be one. */
    public static @Nullable SealedHeader of(Bytes sealedBody) {
        int length = sealedBody.length();
        if (length < FEWEST_BYTES || length > MAX_BYTES || (length - FEWEST_BYTES) % PADDED_UNIT_BYTES != 0) {
            return null;
        }
        if ((sealedBody.at(0) & 0xFF) != VERSION) {
            return null;
        }
        int chainAt = 1 + TAG_BYTES;
        int counterAt = chainAt + CHAIN_BYTES;
        return new SealedHeader(
                Octets.slice(sealedBody, 1, TAG_BYTES),
                Octets.slice(sealedBody, chainAt, CHAIN_BYTES),
                Octets.number(sealedBody, counterAt, COUNTER_BYTES),
                Octets.slice(sealedBody, counterAt + COUNTER_BYTES, TAG_BYTES));
    }

    /** The tag of a device's key. */
    public static Bytes tagOf(Bytes device) {
        return Octets.slice(Sha256.digest(device.asReadOnlyArray()), 0, TAG_BYTES);
    }

    static SealedHeader of(Envelope envelope, Bytes chain, long counter) {
        Bytes headTag = Octets.slice(envelope.head(), 0, TAG_BYTES);
        return new SealedHeader(tagOf(envelope.device()), chain, counter, headTag);
    }

    static byte[] ciphertextOf(Bytes sealedBody) {
        int length = sealedBody.length() - HEADER_BYTES - SignedRecord.SIGNATURE_BYTES;
        return Octets.slice(sealedBody, HEADER_BYTES, length).toArray();
    }

    byte[] octets() {
        return new Octets()
                .u8(VERSION)
                .add(deviceTag)
                .add(chain)
                .u32(counter)
                .add(headTag)
                .toArray();
    }
}
