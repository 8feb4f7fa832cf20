package io.heliograph.common.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.FrameCodec;
import io.heliograph.common.codec.FrameWriter;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.frame.Frame;
import io.heliograph.common.frame.SeqRange;
import io.heliograph.common.time.NanoClock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AckTrackerTest {
    private static final long MS = 1_000_000;

    private final AckTracker tracker = new AckTracker();
    private final FrameWriter out = new FrameWriter(783);

    @Test
    void oneRecordIsAcknowledgedWithin25Ms() {
        receive(0, 100 * MS);

        assertEquals(125 * MS, tracker.dueNs());
        assertTrue(tracker.isPending());
    }

    @Test
    void secondRecordIsAcknowledgedAtOnce() {
        receive(0, 100 * MS);
        receive(1, 110 * MS);

        assertEquals(110 * MS, tracker.dueNs());
    }

    @Test
    void recordBehindAGapIsAcknowledgedAtOnce() {
        receive(0, 0);
        tell();
        receive(2, 10 * MS);

        assertEquals(10 * MS, tracker.dueNs());
    }

    @Test
    void recordThatFillsAGapIsAcknowledgedAtOnce() {
        receive(1, 0);
        tell();
        receive(0, 10 * MS);

        assertEquals(10 * MS, tracker.dueNs());
    }

    @Test
    void recordOfAcknowledgementsAloneIsNeverAcknowledged() {
        tracker.onRecord(0, false, 0, 0);
        tracker.onRecord(1, false, 0, 0);

        assertFalse(tracker.isPending());
        assertEquals(NanoClock.NEVER_NS, tracker.dueNs());
    }

    @Test
    void toldOnceNothingIsOwed() {
        receive(0, 0);
        tell();

        assertFalse(tracker.isPending());
        assertEquals(NanoClock.NEVER_NS, tracker.dueNs());
    }

    @Test
    void delayCountsFromTheArrivalOfTheHighest() throws MalformedException {
        receive(5, 10 * MS);
        receive(3, 14 * MS);
        tracker.writeTo(out, 2, 15 * MS);

        assertEquals(5_000, ack().delayUs());
    }

    @Test
    void adjacentRangesMerge() throws MalformedException {
        for (long seq : new long[] {0, 2, 4, 3, 1}) {
            receive(seq, 0);
        }
        assertEquals(List.of(new SeqRange(4, 0)), tell());
    }

    @Test
    void rangesArePrunedOnceThePeerKnowsThem() {
        receive(0, 0);
        receive(2, 0);
        receive(4, 0);
        out.clear();
        long lowest = tracker.writeTo(out, 3, 0);
        tracker.onTold(10, lowest);

        assertEquals(List.of(new SeqRange(4, 4)), tell());
    }

    @Test
    void rangeThatGrewAfterItWasToldIsKept() {
        receive(0, 0);
        receive(4, 0);
        out.clear();
        long lowest = tracker.writeTo(out, 2, 0);
        tracker.onRecord(1, true, 11, 0); // our record 10 told, and 11 is the next to be sent
        tracker.onTold(10, lowest);

        assertEquals(List.of(new SeqRange(4, 4), new SeqRange(1, 0)), tell());
    }

    @Test
    void rangesThatDidNotFitAreKept() {
        receive(0, 0);
        receive(2, 0);
        receive(4, 0);
        out.clear();
        tracker.onTold(10, tracker.writeTo(out, 2, 0));

        assertEquals(List.of(new SeqRange(4, 4), new SeqRange(0, 0)), tell());
    }

    @Test
    void atMost32RangesAreKeptAndTheNewestOfThem() {
        for (long seq = 0; seq < 200; seq += 2) {
            receive(seq, 0);
        }
        List<SeqRange> told = tell();

        assertEquals(32, told.size());
        assertEquals(new SeqRange(198, 198), told.get(0));
        receive(1, 0);
        assertEquals(new SeqRange(1, 1), tell().get(31), "an old record is acknowledged at least once");
    }

    /** Against a set of numbers, on random walks. */
    @Test
    void tellsExactlyWhatArrived() {
        Random random = new Random(7);
        for (int walk = 0; walk < 200; walk++) {
            AckTracker walked = new AckTracker();
            Set<Long> arrived = new HashSet<>();
            long base = 0;
            for (int i = 0; i < 60; i++) {
                long seq = base + random.nextInt(6);
                base += random.nextInt(3) == 0 ? 1 : 0;
                if (arrived.add(seq)) {
                    walked.onRecord(seq, true, 0, 0);
                }
            }
            out.clear();
            walked.writeTo(out, walked.rangeCount(), 0);
            assertEquals(new TreeSet<>(arrived), numbersOf(ack().ranges()));
        }
    }

    private void receive(long seq, long nowNs) {
        tracker.onRecord(seq, true, 0, nowNs);
    }

    private List<SeqRange> tell() {
        out.clear();
        tracker.writeTo(out, tracker.rangeCount(), 0);
        return ack().ranges();
    }

    private Frame.Ack ack() {
        try {
            byte[] plaintext = out.toArray();
            return (Frame.Ack) FrameCodec.decode(plaintext, plaintext.length).get(0);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<Long> numbersOf(List<SeqRange> ranges) {
        List<Long> numbers = new ArrayList<>();
        for (SeqRange range : ranges) {
            for (long seq = range.low(); seq <= range.high(); seq++) {
                numbers.add(seq);
            }
        }
        return new TreeSet<>(numbers);
    }
}
