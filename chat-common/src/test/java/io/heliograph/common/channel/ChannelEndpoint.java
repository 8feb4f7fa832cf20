package io.heliograph.common.channel;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.FrameCodec;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.testing.SimulatedDatagram;
import io.heliograph.common.testing.SimulatedEndpoint;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A channel on the simulated network: its records travel unsealed, as long as sealed ones would be, with a checksum in
 * the place of the tag and without the replay window's bound.
 */
final class ChannelEndpoint implements SimulatedEndpoint {
    private static final int HEADER_BYTES = 4 + 8 + 2;

    final ReliableChannel channel;
    final List<Delivery> delivered = new ArrayList<>();
    final List<Bytes> datagrams = new ArrayList<>();
    PeerAddress peer;
    boolean mayKeepDelivered = true;
    long deliveredBytes;
    long deliveredCount;
    long maxSpanBytes;
    long maxHeldBytes;

    private final BitSet seen = new BitSet();

    ChannelEndpoint(ReliableChannel channel, PeerAddress peer) {
        this.channel = channel;
        this.peer = peer;
    }

    /** A message and when it came. */
    record Delivery(int lane, Bytes message, long atNs) {}

    @Override
    public void onDatagram(PeerAddress from, byte[] bytes, long nowNs) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int sum = in.getInt();
        if (sum != sumOf(bytes)) {
            return;
        }
        long seq = in.getLong();
        byte[] plaintext = new byte[in.getShort()];
        in.get(plaintext);
        if (seen.get((int) seq)) {
            return;
        }
        seen.set((int) seq);
        peer = from;
        try {
            channel.onRecord(seq, FrameCodec.decode(plaintext, plaintext.length), nowNs);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
        assertNull(channel.violation());
        drain(nowNs);
    }

    @Override
    public void onTimeout(long nowNs) {
        channel.onTimeout(nowNs);
    }

    @Override
    public @Nullable SimulatedDatagram pollTransmit(long nowNs) {
        OutgoingRecord record = channel.pollTransmit(nowNs);
        if (record == null) {
            long nextNs = channel.nextTimeoutNs();
            assertTrue(nextNs > nowNs, () -> "spins: next timeout " + nextNs + ", now " + nowNs);
            return null;
        }
        maxSpanBytes = Math.max(maxSpanBytes, channel.spanUsedBytes());
        int wireBytes = Math.max(WireSize.ofPlaintext(record.length()), record.length() + HEADER_BYTES);
        ByteBuffer out = ByteBuffer.allocate(wireBytes);
        out.putInt(0).putLong(record.seq()).putShort((short) record.length());
        out.put(record.plaintext(), 0, record.length());
        out.putInt(0, sumOf(out.array()));
        return new SimulatedDatagram(peer, out.array());
    }

    @Override
    public long nextTimeoutNs() {
        return channel.nextTimeoutNs();
    }

    private void drain(long nowNs) {
        maxHeldBytes = Math.max(maxHeldBytes, channel.heldBytes());
        for (Delivered next = channel.pollDelivered(); next != null; next = channel.pollDelivered()) {
            deliveredBytes += next.message().length();
            deliveredCount++;
            if (mayKeepDelivered) {
                delivered.add(new Delivery(next.lane(), next.message(), nowNs));
            }
        }
        for (Bytes next = channel.pollDatagram(); next != null; next = channel.pollDatagram()) {
            datagrams.add(next);
        }
    }

    private static int sumOf(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        return (int) crc.getValue();
    }
}
