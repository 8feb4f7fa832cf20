package io.heliograph.common.channel;

import io.heliograph.common.codec.FrameCodec;

/**
 * Settings of one channel.
 *
 * @param maxPlaintextBytes largest plaintext of a record
 * @param spanBytes bound of what is under way, protocol.md 5.2
 * @param receiveBytes bound of what is held and not yet deliverable, protocol.md 5.2
 * @param datagramCount unreliable messages that may wait
 * @param isTraced whether {@link ReliableChannel#pollTrace} tells what happens
 */
public record ChannelConfig(
        int maxPlaintextBytes, long spanBytes, long receiveBytes, int datagramCount, boolean isTraced) {
    static final int MAX_MESSAGE_BYTES = 65_536;
    static final int LANE_COUNT = FrameCodec.MAX_LANE + 1;

    /** What a message or part counts beyond its bytes, so that tiny ones are bounded too (protocol.md 5.2). */
    static final int ENTRY_COST_BYTES = 32;

    private static final int DEFAULT_PLAINTEXT_BYTES = 783;
    private static final long DEFAULT_SPAN_BYTES = 1 << 20;
    private static final int DEFAULT_DATAGRAM_COUNT = 64;

    /** A record must hold a 128th of the largest message and its own overhead. */
    private static final int MIN_PLAINTEXT_BYTES = MAX_MESSAGE_BYTES / FrameCodec.MAX_FRAGMENT_COUNT + 24;

    public ChannelConfig {
        if (maxPlaintextBytes < MIN_PLAINTEXT_BYTES || maxPlaintextBytes > MAX_MESSAGE_BYTES) {
            throw new IllegalArgumentException("plaintext of " + maxPlaintextBytes + " bytes");
        }
        if (spanBytes < 4L * MAX_MESSAGE_BYTES || receiveBytes < 1 || datagramCount < 1) {
            throw new IllegalArgumentException("span " + spanBytes + ", receive " + receiveBytes + " bytes");
        }
    }

    /** The values of protocol.md. */
    public static ChannelConfig defaults() {
        return new ChannelConfig(
                DEFAULT_PLAINTEXT_BYTES, DEFAULT_SPAN_BYTES, DEFAULT_SPAN_BYTES, DEFAULT_DATAGRAM_COUNT, false);
    }

    public ChannelConfig withMaxPlaintextBytes(int bytes) {
        return new ChannelConfig(bytes, spanBytes, receiveBytes, datagramCount, isTraced);
    }

    public ChannelConfig withSpanBytes(long bytes) {
        return new ChannelConfig(maxPlaintextBytes, bytes, receiveBytes, datagramCount, isTraced);
    }

    public ChannelConfig withReceiveBytes(long bytes) {
        return new ChannelConfig(maxPlaintextBytes, spanBytes, bytes, datagramCount, isTraced);
    }

    public ChannelConfig withTrace(boolean traced) {
        return new ChannelConfig(maxPlaintextBytes, spanBytes, receiveBytes, datagramCount, traced);
    }
}
