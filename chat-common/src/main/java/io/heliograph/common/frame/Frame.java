package io.heliograph.common.frame;

import io.heliograph.common.util.Bytes;
import java.util.List;

/** One frame of a record's plaintext (protocol.md 5.1). Bounds are checked by the codec. */
public sealed interface Frame {

    /** Whether a record that holds this frame asks for an acknowledgement. */
    default boolean isAckEliciting() {
        return true;
    }

    /** Asks for nothing but an acknowledgement. */
    record Ping() implements Frame {}

    /**
     * Which record numbers arrived.
     *
     * @param delayUs between the arrival of the highest number and the sending of this frame
     * @param ranges descending, at least one, at most {@value #MAX_RANGES}
     */
    record Ack(long delayUs, List<SeqRange> ranges) implements Frame {
        public static final int MAX_RANGES = 32;

        public Ack {
            ranges = List.copyOf(ranges);
        }

        @Override
        public boolean isAckEliciting() {
            return false;
        }
    }

    /** A whole message. */
    record Message(int lane, long number, Bytes message) implements Frame {}

    /** Part {@code index} of {@code count} of a message. */
    record Fragment(int lane, long number, int index, int count, Bytes part) implements Frame {}

    /** A message that is never repeated. */
    record Datagram(Bytes message) implements Frame {}

    /** Asks the peer to prove that it can be reached at an address. */
    record PathChallenge(Bytes token) implements Frame {
        public static final int TOKEN_BYTES = 16;
    }

    /** Answers a challenge from where it was received. */
    record PathResponse(Bytes token) implements Frame {}

    /** A frame of a later version: asks for an acknowledgement, means nothing else here. */
    record Unknown(long code) implements Frame {}
}
