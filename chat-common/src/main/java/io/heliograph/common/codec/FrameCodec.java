package io.heliograph.common.codec;

import io.heliograph.common.frame.Frame;
import io.heliograph.common.frame.SeqRange;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames inside a record to CBOR and back (protocol.md 5.1). Senders of many frames write them by
 * {@link FrameWriter}, which both directions agree on.
 *
 * <p>Thread-safe: holds no state.
 */
public final class FrameCodec {
    public static final int MAX_LANE = 7;
    public static final int MIN_FRAGMENT_COUNT = 2;
    public static final int MAX_FRAGMENT_COUNT = 128;

    /** Numbers of records and of messages, protocol.md 4.1. */
    public static final long MAX_NUMBER = (1L << 53) - 1;

    private static final int MAX_OCTETS = 65_536;
    private static final int MAX_FRAME_BYTES = 70_000;

    private FrameCodec() {}

    /** Encodes frames in their order; each must keep its bounds. */
    public static byte[] encode(Frame... frames) {
        int size = 0;
        for (Frame frame : frames) {
            size += sizeOf(frame);
        }
        FrameWriter out = new FrameWriter(size);
        for (Frame frame : frames) {
            append(frame, out);
        }
        return out.toArray();
    }

    /** How many bytes {@link #append} will write. */
    public static int sizeOf(Frame frame) {
        if (frame instanceof Frame.Ping) {
            return FrameWriter.pingSize();
        } else if (frame instanceof Frame.Ack ack) {
            return sizeOf(ack);
        } else if (frame instanceof Frame.Message message) {
            return FrameWriter.messageSize(message.number(), message.message().length());
        } else if (frame instanceof Frame.Fragment part) {
            return FrameWriter.fragmentSize(
                    part.number(), part.index(), part.count(), part.part().length());
        } else if (frame instanceof Frame.Datagram datagram) {
            return FrameWriter.datagramSize(datagram.message().length());
        } else if (frame instanceof Frame.PathChallenge challenge) {
            return FrameWriter.datagramSize(challenge.token().length());
        } else if (frame instanceof Frame.PathResponse response) {
            return FrameWriter.datagramSize(response.token().length());
        }
        throw new IllegalArgumentException("a frame of a later version cannot be written: " + frame);
    }

    /** Appends {@code frame}; the writer must have {@link #sizeOf} bytes left. */
    public static void append(Frame frame, FrameWriter out) {
        if (frame instanceof Frame.Ping) {
            out.ping();
        } else if (frame instanceof Frame.Ack ack) {
            out.ack(ack.delayUs(), ack.ranges());
        } else if (frame instanceof Frame.Message message) {
            out.message(message.lane(), message.number(), message.message().asReadOnlyArray());
        } else if (frame instanceof Frame.Fragment part) {
            out.fragment(part.lane(), part.number(), part.index(), part.count());
            out.octets(part.part().asReadOnlyArray(), 0, part.part().length());
        } else if (frame instanceof Frame.Datagram datagram) {
            out.datagram(datagram.message().asReadOnlyArray());
        } else if (frame instanceof Frame.PathChallenge challenge) {
            out.coded(FrameWriter.PATH_CHALLENGE, challenge.token().asReadOnlyArray());
        } else if (frame instanceof Frame.PathResponse response) {
            out.coded(FrameWriter.PATH_RESPONSE, response.token().asReadOnlyArray());
        } else {
            throw new IllegalArgumentException("a frame of a later version cannot be written: " + frame);
        }
    }

    /**
     * Reads all frames of a plaintext. A frame of an unknown code becomes {@link Frame.Unknown}, because it asks for
     * an acknowledgement as every other does.
     */
    public static List<Frame> decode(byte[] plaintext, int length) throws MalformedException {
        if (length < 1 || length > MAX_FRAME_BYTES) {
            throw new MalformedException("a plaintext of this length holds no frames");
        }
        CborCursor in = new CborCursor(plaintext, length);
        List<Frame> frames = new ArrayList<>(4);
        while (!in.isAtEnd()) {
            frames.add(frame(in));
        }
        return frames;
    }

    private static Frame frame(CborCursor in) throws MalformedException {
        int count = in.array();
        long code = in.uint(Long.MAX_VALUE);
        if (code == FrameWriter.ACK) {
            return ack(in, count);
        }
        int used = elementCount(code);
        if (count < used) {
            throw new MalformedException("elements are missing");
        }
        Frame frame =
                switch ((int) Math.min(code, Integer.MAX_VALUE)) {
                    case FrameWriter.PING -> new Frame.Ping();
                    case FrameWriter.MESSAGE -> message(in);
                    case FrameWriter.FRAGMENT -> fragment(in);
                    case FrameWriter.DATAGRAM -> new Frame.Datagram(in.octets(1, MAX_OCTETS));
                    case FrameWriter.PATH_CHALLENGE -> new Frame.PathChallenge(token(in));
                    case FrameWriter.PATH_RESPONSE -> new Frame.PathResponse(token(in));
                    default -> new Frame.Unknown(code);
                };
        in.skip(count - used);
        return frame;
    }

    private static int elementCount(long code) {
        return switch ((int) Math.min(code, Integer.MAX_VALUE)) {
            case FrameWriter.MESSAGE -> 4;
            case FrameWriter.FRAGMENT -> 6;
            case FrameWriter.DATAGRAM, FrameWriter.PATH_CHALLENGE, FrameWriter.PATH_RESPONSE -> 2;
            default -> 1;
        };
    }

    private static Frame.Ack ack(CborCursor in, int count) throws MalformedException {
        int rangeCount = (count - 2) / 2;
        if (count % 2 != 0 || rangeCount < 1 || rangeCount > Frame.Ack.MAX_RANGES) {
            throw new MalformedException("ranges out of bounds");
        }
        long delayUs = in.uint(MAX_NUMBER);
        SeqRange[] ranges = new SeqRange[rangeCount];
        long below = MAX_NUMBER + 1;
        for (int i = 0; i < rangeCount; i++) {
            long high = in.uint(below - 1); // descending, and never overlapping
            long low = in.uint(high);
            ranges[i] = new SeqRange(high, low);
            below = low;
            if (below == 0 && i < rangeCount - 1) {
                throw new MalformedException("ranges below zero");
            }
        }
        return new Frame.Ack(delayUs, List.of(ranges));
    }

    private static Frame message(CborCursor in) throws MalformedException {
        int lane = (int) in.uint(MAX_LANE);
        long number = in.uint(MAX_NUMBER);
        return new Frame.Message(lane, number, in.octets(1, MAX_OCTETS));
    }

    private static Frame fragment(CborCursor in) throws MalformedException {
        int lane = (int) in.uint(MAX_LANE);
        long number = in.uint(MAX_NUMBER);
        int index = (int) in.uint(MAX_FRAGMENT_COUNT - 1);
        int count = (int) in.uint(MAX_FRAGMENT_COUNT);
        if (count < MIN_FRAGMENT_COUNT || index >= count) {
            throw new MalformedException("fragment out of bounds");
        }
        return new Frame.Fragment(lane, number, index, count, in.octets(1, MAX_OCTETS));
    }

    private static Bytes token(CborCursor in) throws MalformedException {
        return in.octets(Frame.PathChallenge.TOKEN_BYTES, Frame.PathChallenge.TOKEN_BYTES);
    }

    private static int sizeOf(Frame.Ack ack) {
        int size = FrameWriter.ackSize(ack.delayUs(), ack.ranges().size());
        for (SeqRange range : ack.ranges()) {
            size += FrameWriter.rangeSize(range.high(), range.low());
        }
        return size;
    }
}
