package io.heliograph.common.e2e;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is inside a sealed body (protocol.md 13.5). Immutable, thread-safe.
 *
 * @param timeMs by the author's clock
 * @param refId the id of the message that {@code ref} or {@code reply_to} names, 16 bytes, or empty
 * @param body 1 to {@value #MAX_BODY_BYTES} bytes
 */
public record SealedContent(long timeMs, Bytes refId, Bytes body) {
    public static final int MAX_BODY_BYTES = 59_500;
    private static final int ELEMENTS = 3;
    private static final int PADDED_UNIT_BYTES = 32;
    private static final byte END = (byte) 0x80;

    public SealedContent {
        SignedRecord.require(timeMs >= 0, "a negative time");
        SignedRecord.require(isId(refId), "a ref_id of " + refId.length() + " bytes");
        SignedRecord.require(isBody(body), "a body of " + body.length() + " bytes");
    }

    byte[] padded() {
        Bytes content = SignedRecord.content(
                ELEMENTS, out -> out.uint(timeMs).octets(refId).octets(body));
        byte[] padded = Arrays.copyOf(content.asReadOnlyArray(), paddedBytes(content.length()));
        padded[content.length()] = END;
        return padded;
    }

    /** Null if {@code padded} is not what {@link #padded} makes. */
    static @Nullable SealedContent ofPadded(byte[] padded) {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) {
            end--;
        }
        if (end < 0 || padded[end] != END || paddedBytes(end) != padded.length) {
            return null;
        }
        return SignedRecord.readContent(Bytes.copyOf(padded, 0, end), in -> {
            long timeMs = in.uint(Long.MAX_VALUE);
            Bytes refId = in.octets(0, MessageId.LENGTH_BYTES);
            Bytes body = in.octets(1, MAX_BODY_BYTES);
            if (!isId(refId)) {
                throw new MalformedException("a ref_id out of bounds");
            }
            return new SealedContent(timeMs, refId, body);
        });
    }

    private static int paddedBytes(int contentBytes) {
        return (contentBytes / PADDED_UNIT_BYTES + 1) * PADDED_UNIT_BYTES;
    }

    private static boolean isId(Bytes refId) {
        return refId.isEmpty() || refId.length() == MessageId.LENGTH_BYTES;
    }

    private static boolean isBody(Bytes body) {
        return !body.isEmpty() && body.length() <= MAX_BODY_BYTES;
    }
}
