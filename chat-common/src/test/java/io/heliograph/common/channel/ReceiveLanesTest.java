package io.heliograph.common.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.heliograph.common.frame.Frame;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceiveLanesTest {
    private static final int BOUND_BYTES = 1_000;
    private static final Bytes A = Bytes.copyOf((byte) 'a');
    private static final Bytes B = Bytes.copyOf((byte) 'b');

    private final ReceiveLanes lanes = new ReceiveLanes(BOUND_BYTES);

    @Test
    void messageInOrderIsDeliveredAtOnce() {
        assertNull(message(1, 0, A));
        assertEquals(new Delivered(1, A), lanes.pollDelivered());
        assertEquals(0, lanes.heldBytes());
    }

    @Test
    void messageWaitsForTheOneBeforeIt() {
        message(1, 1, B);
        assertNull(lanes.pollDelivered());
        assertEquals(33, lanes.heldBytes());
        message(1, 0, A);

        assertEquals(new Delivered(1, A), lanes.pollDelivered());
        assertEquals(new Delivered(1, B), lanes.pollDelivered());
        assertEquals(0, lanes.heldBytes());
    }

    @Test
    void lanesDoNotWaitForEachOther() {
        message(1, 1, A);
        message(2, 0, B);

        assertEquals(new Delivered(2, B), lanes.pollDelivered());
    }

    @Test
    void eachNumberIsDeliveredOnce() {
        message(1, 0, A);
        message(1, 0, B);
        message(1, 2, A);
        message(1, 2, B);

        assertEquals(new Delivered(1, A), lanes.pollDelivered());
        assertNull(lanes.pollDelivered());
        assertEquals(2, lanes.duplicateCount());
    }

    @Test
    void partsArriveInAnyOrderAndMoreThanOnce() {
        fragment(0, 2, 3, "f");
        fragment(0, 0, 3, "ab");
        fragment(0, 0, 3, "ab");
        fragment(0, 1, 3, "cd");

        assertEquals(new Delivered(1, text("abcdf")), lanes.pollDelivered());
        assertEquals(0, lanes.heldBytes());
        assertEquals(1, lanes.duplicateCount());
        assertNull(fragment(0, 1, 3, "cd"));
        assertEquals(0, lanes.heldBytes());
    }

    @Test
    void partsMustFitTogether() {
        fragment(0, 0, 3, "ab");
        assertEquals(ChannelViolation.BAD_FRAGMENT, fragment(0, 1, 3, "abc"));
        assertEquals(ChannelViolation.BAD_FRAGMENT, fragment(0, 2, 3, "abc"));
        assertEquals(ChannelViolation.BAD_FRAGMENT, fragment(0, 1, 4, "ab"));
        assertEquals(ChannelViolation.BAD_FRAGMENT, message(1, 0, A));
    }

    @Test
    void lastPartIsNotLongerThanTheOthersWhicheverComesFirst() {
        fragment(0, 1, 2, "abc");
        assertEquals(ChannelViolation.BAD_FRAGMENT, fragment(0, 0, 2, "ab"));
    }

    @Test
    void partsOfTooLongAMessageAreRefusedBeforeTheyAreHeld() {
        ReceiveLanes wide = new ReceiveLanes(1 << 20);
        Bytes part = Bytes.takingOver(new byte[700]);

        assertEquals(ChannelViolation.BAD_FRAGMENT, wide.onFragment(new Frame.Fragment(1, 0, 0, 128, part)));
    }

    @Test
    void whatCannotBeHeldIsAViolation() {
        assertNull(message(1, 1, Bytes.takingOver(new byte[900])));
        assertNull(message(1, 2, A));
        assertNull(message(1, 3, A));
        assertEquals(ChannelViolation.RECEIVE_BOUND, message(1, 4, A));
    }

    @Test
    void tinyMessagesCountMoreThanTheyHold() {
        int held = 0;
        @Nullable ChannelViolation violation = null;
        for (long number = 1; violation == null; number++) {
            violation = message(1, number, A);
            held++;
        }
        assertEquals(ChannelViolation.RECEIVE_BOUND, violation);
        assertEquals(BOUND_BYTES / 33 + 1, held);
    }

    @Test
    void refusesWhatNoMessageMayBe() {
        assertEquals(ChannelViolation.BAD_LANE, message(8, 0, A));
        assertEquals(ChannelViolation.BAD_LANE, message(-1, 0, A));
        assertEquals(ChannelViolation.BAD_MESSAGE, message(1, 0, Bytes.EMPTY));
        assertEquals(ChannelViolation.BAD_FRAGMENT, fragment(0, 0, 1, "a"));
        assertEquals(ChannelViolation.BAD_FRAGMENT, fragment(0, 5, 5, "a"));
        assertEquals(ChannelViolation.BAD_FRAGMENT, fragment(0, 0, 129, "a"));
        assertNotNull(ChannelViolation.BAD_FRAGMENT.sentence());
    }

    private @Nullable ChannelViolation message(int lane, long number, Bytes message) {
        return lanes.onMessage(new Frame.Message(lane, number, message));
    }

    private @Nullable ChannelViolation fragment(long number, int index, int count, String part) {
        return lanes.onFragment(new Frame.Fragment(1, number, index, count, text(part)));
    }

    private static Bytes text(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }
}
