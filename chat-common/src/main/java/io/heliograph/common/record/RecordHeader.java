package io.heliograph.common.record;

import io.heliograph.common.packet.RecordKind;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a record's tag covers besides the payload (protocol.md 4.1): label, kind, connection, epoch, number.
 *
 * <p>Refills one array, so the result is good until the next call. Not thread-safe.
 */
final class RecordHeader {
    private static final byte[] LABEL = "heliograph/1 record".getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer header;
    private final int kindOffset;
    private final int epochOffset;

    RecordHeader(Bytes cid) {
        header = ByteBuffer.allocate(LABEL.length + 1 + cid.length() + Integer.BYTES + Long.BYTES);
        kindOffset = LABEL.length;
        epochOffset = kindOffset + 1 + cid.length();
        header.put(0, LABEL).put(kindOffset + 1, cid.asReadOnlyArray());
    }

    byte[] of(RecordKind kind, long epoch, long seq) {
        header.put(kindOffset, (byte) kind.code());
        header.putInt(epochOffset, (int) epoch);
        header.putLong(epochOffset + Integer.BYTES, seq);
        return header.array();
    }
}
