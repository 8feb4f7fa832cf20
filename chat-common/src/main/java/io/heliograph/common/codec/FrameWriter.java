package io.heliograph.common.codec;

import io.heliograph.common.frame.SeqRange;
import java.util.List;

/**
 * Appends frames to one plaintext in the shortest form, and tells beforehand how long each will be. Works from the
 * parts of a frame, so that a sender needs no {@code Frame} objects.
 *
 * <p>Not thread-safe; one per sender, reused for every record.
 */
public final class FrameWriter {
    static final int PING = 1;
    static final int ACK = 2;
    static final int MESSAGE = 3;
    static final int FRAGMENT = 4;
    static final int DATAGRAM = 5;
    static final int PATH_CHALLENGE = 6;
    static final int PATH_RESPONSE = 7;

    private static final int UINT = 0;
    private static final int OCTETS = 2 << 5;
    private static final int ARRAY = 4 << 5;
    private static final int CODE_BYTES = 1;
    private static final int LANE_BYTES = 1;
    private static final int LARGEST_TINY = 23;

    private final byte[] target;
    private int length;

    public FrameWriter(int maxBytes) {
        this.target = new byte[maxBytes];
    }

    // --- Sizes, in bytes.

    public static int pingSize() {
        return sizeOfHead(1) + CODE_BYTES;
    }

    /** Of the head, the code and the delay; each range adds {@link #rangeSize}. */
    public static int ackSize(long delayUs, int rangeCount) {
        return sizeOfHead(2 + 2L * rangeCount) + CODE_BYTES + sizeOfHead(delayUs);
    }

    public static int rangeSize(long high, long low) {
        return sizeOfHead(high) + sizeOfHead(low);
    }

    public static int messageSize(long number, int messageBytes) {
        return sizeOfHead(4) + CODE_BYTES + LANE_BYTES + sizeOfHead(number) + octetsSize(messageBytes);
    }

    public static int fragmentSize(long number, int index, int count, int partBytes) {
        int position = sizeOfHead(number) + sizeOfHead(index) + sizeOfHead(count);
        return sizeOfHead(6) + CODE_BYTES + LANE_BYTES + position + octetsSize(partBytes);
    }

    public static int datagramSize(int messageBytes) {
        return sizeOfHead(2) + CODE_BYTES + octetsSize(messageBytes);
    }

    // --- Frames.

    public void ping() {
        head(ARRAY, 1);
        head(UINT, PING);
    }

    /** Begins an ACK frame; exactly {@code rangeCount} calls of {@link #range} must follow. */
    public void ack(long delayUs, int rangeCount) {
        head(ARRAY, 2 + 2L * rangeCount);
        head(UINT, ACK);
        head(UINT, delayUs);
    }

    public void range(long high, long low) {
        head(UINT, high);
        head(UINT, low);
    }

    public void message(int lane, long number, byte[] message) {
        head(ARRAY, 4);
        head(UINT, MESSAGE);
        head(UINT, lane);
        head(UINT, number);
        octets(message, 0, message.length);
    }

    /** Begins a FRAGMENT frame; {@link #octets} with its part must follow. */
    public void fragment(int lane, long number, int index, int count) {
        head(ARRAY, 6);
        head(UINT, FRAGMENT);
        head(UINT, lane);
        head(UINT, number);
        head(UINT, index);
        head(UINT, count);
    }

    public void datagram(byte[] message) {
        coded(DATAGRAM, message);
    }

    public void octets(byte[] source, int offset, int count) {
        head(OCTETS, count);
        System.arraycopy(source, offset, target, length, count);
        length += count;
    }

    // --- The plaintext.

    public void clear() {
        length = 0;
    }

    public int length() {
        return length;
    }

    public int leftBytes() {
        return target.length - length;
    }

    /** A copy of what was written since {@link #clear}. */
    public byte[] toArray() {
        byte[] plaintext = new byte[length];
        System.arraycopy(target, 0, plaintext, 0, length);
        return plaintext;
    }

    void ack(long delayUs, List<SeqRange> ranges) {
        ack(delayUs, ranges.size());
        for (SeqRange range : ranges) {
            range(range.high(), range.low());
        }
    }

    void coded(int code, byte[] content) {
        head(ARRAY, 2);
        head(UINT, code);
        octets(content, 0, content.length);
    }

    static int octetsSize(int count) {
        return sizeOfHead(count) + count;
    }

    static int sizeOfHead(long argument) {
        if (argument <= LARGEST_TINY) {
            return 1;
        }
        if (argument <= 0xFF) {
            return 2;
        }
        if (argument <= 0xFFFF) {
            return 3;
        }
        return argument <= 0xFFFF_FFFFL ? 5 : 9;
    }

    private void head(int major, long argument) {
        int size = sizeOfHead(argument);
        if (size == 1) {
            target[length++] = (byte) (major | argument);
            return;
        }
        target[length++] = (byte) (major | (LARGEST_TINY + 1 + Integer.numberOfTrailingZeros(size - 1)));
        for (int shift = 8 * (size - 2); shift >= 0; shift -= 8) {
            target[length++] = (byte) (argument >>> shift);
        }
    }
}
