package io.heliograph.common.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.FrameCodec;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.frame.Frame;
import io.heliograph.common.frame.SeqRange;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One end alone, its peer played by the test, with literal times. */
class ReliableChannelTest {
    private static final long MS = 1_000_000;
    private static final int CHAT = 1;
    private static final int FILES = 3;

    private final ReliableChannel channel = new ReliableChannel(ChannelConfig.defaults(), new RateBased());
    private static final int ROUND_TRIPS = 12;

    private final List<String> known = new ArrayList<>();
    private long peerSeq;
    private long firstSeq;

    // --- Sending.

    @Test
    void messageGoesAtOnce() {
        channel.send(CHAT, message(200));

        assertEquals(List.of(new Frame.Message(CHAT, 0, message(200))), poll(0));
        assertNull(channel.pollTransmit(0));
    }

    @Test
    void messagesThatAreReadyTogetherShareARecord() {
        channel.send(CHAT, message(200));
        channel.send(2, message(100));
        channel.send(CHAT, message(200));

        assertEquals(List.of("1/0", "1/1", "2/0"), names(poll(0)));
        assertNull(channel.pollTransmit(0));
    }

    @Test
    void acknowledgementRidesInADataRecord() {
        receive(0, new Frame.Ping());
        channel.send(CHAT, message(200));

        assertEquals(List.of("ack", "1/0"), names(poll(MS)));
        assertNull(channel.pollTransmit(30 * MS));
    }

    @Test
    void longMessageIsCutIntoEqualParts() {
        channel.send(FILES, message(65_536));
        int total = 0;
        int partBytes = 0;
        int count = 0;
        for (OutgoingRecord record = channel.pollTransmit(0); record != null; record = channel.pollTransmit(0)) {
            Frame.Fragment part = (Frame.Fragment) frames(record).get(0);
            assertTrue(record.length() <= 783);
            assertEquals(count++, part.index());
            assertTrue(part.count() <= 128);
            partBytes = Math.max(partBytes, part.part().length());
            total += part.part().length();
            assertTrue(part.part().length() == partBytes || part.index() == part.count() - 1);
        }
        assertTrue(total > 5_000, "ten datagrams go before the first acknowledgement");
    }

    @Test
    void chatOvertakesAFileThatIsUnderWay() {
        for (int i = 0; i < 20; i++) {
            channel.send(FILES, message(65_536));
        }
        channel.pollTransmit(0);
        channel.send(CHAT, message(200));

        assertEquals(List.of("1/0"), names(poll(0)));
        assertEquals("3/0.1", names(poll(0)).get(0));
    }

    @Test
    void aFileIsNotStarvedByChat() {
        ReliableChannel fast = new ReliableChannel(ChannelConfig.defaults(), new OpenWindow());
        fast.send(FILES, message(60_000));
        for (int i = 0; i < 200; i++) {
            fast.send(CHAT, message(700));
        }
        int chatBeforeFile = 0;
        while (names(frames(fast.pollTransmit(0))).get(0).startsWith("1/")) {
            chatBeforeFile++;
        }
        assertEquals(16, chatBeforeFile);
    }

    @Test
    void chatHasASpanOfItsOwnBehindAFile() {
        ChannelConfig config = ChannelConfig.defaults().withSpanBytes(4 * 65_536);
        SendLanes lanes = new SendLanes(config.spanBytes(), config.maxPlaintextBytes());
        for (int i = 0; i < 5; i++) {
            lanes.add(FILES, message(65_536));
        }
        drain(lanes, FILES);
        assertNull(lanes.peek(FILES));
        lanes.add(CHAT, message(200));

        assertNotNull(lanes.peek(CHAT));
        assertTrue(lanes.spanUsedBytes() <= config.spanBytes());
    }

    @Test
    void refusesWhatNoMessageMayBe() {
        assertThrows(IllegalArgumentException.class, () -> channel.send(8, message(1)));
        assertThrows(IllegalArgumentException.class, () -> channel.send(CHAT, Bytes.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> channel.send(CHAT, message(65_537)));
        assertThrows(IllegalArgumentException.class, () -> channel.sendDatagram(message(783)));
    }

    @Test
    void backlogShrinksWithAcknowledgementAndQueueWithSending() {
        channel.send(CHAT, message(200));
        assertEquals(200, channel.queuedBytes(CHAT));
        poll(0);
        assertEquals(0, channel.queuedBytes(CHAT));
        assertEquals(200, channel.backlogBytes());
        assertFalse(channel.isDrained());
        acknowledge(40, 0, 0);

        assertTrue(channel.isDrained());
        assertEquals(NanoClock.NEVER_NS, channel.nextTimeoutNs());
    }

    // --- Loss.

    @Test
    void recordIsLostWhenThreeLaterAreAcknowledgedAndARoundTripHasPassed() {
        establish(40);
        sendEach(4, 1_000 * MS);
        acknowledge(1_040, 1, 3);

        assertTrue(channel.nextTimeoutNs() < 1_045 * MS, "sooner than 9/8");
        channel.onTimeout(channel.nextTimeoutNs());
        assertEquals("1/0*", withStars(poll(1_045 * MS)).get(0));
    }

    @Test
    void recordIsNotYetLostWhenTwoLaterAreAcknowledged() {
        establish(80);
        sendEach(3, 1_000 * MS);
        acknowledge(1_080, 1, 2);

        assertEquals(1_090 * MS, channel.nextTimeoutNs());
        channel.onTimeout(1_089 * MS);
        assertNull(channel.pollTransmit(1_089 * MS));
        assertEquals(0, channel.stats().recordsLost());
    }

    @Test
    void recordIsLostNineEighthsOfARoundTripAfterItsSending() {
        establish(80);
        sendEach(2, 1_000 * MS);
        acknowledge(1_080, 1, 1);

        assertEquals(1_090 * MS, channel.nextTimeoutNs());
        channel.onTimeout(1_090 * MS);
        assertEquals("1/0*", withStars(poll(1_090 * MS)).get(0));
    }

    @Test
    void lateAcknowledgementOfALostRecordStopsItsRepetition() {
        establish(80);
        sendEach(2, 1_000 * MS);
        acknowledge(1_080, 1, 1);
        channel.onTimeout(1_090 * MS);
        acknowledge(1_091, 0, 1);

        assertNull(channel.pollTransmit(1_091 * MS));
        assertEquals(1, channel.stats().recordsLostInError());
        assertTrue(channel.isDrained());
    }

    @Test
    void silenceIsProbedWithTheOldestPart() {
        channel.send(CHAT, message(200));
        poll(0);
        assertEquals(1_024 * MS, channel.nextTimeoutNs());
        channel.onTimeout(1_024 * MS);

        assertEquals(List.of("1/0*"), withStars(poll(1_024 * MS)));
        assertNull(channel.pollTransmit(1_024 * MS));
        assertEquals(1, channel.stats().probesSent());
    }

    @Test
    void probesDoubleUpTo2SecondsForAMinuteAndThenTo10() {
        establish(40);
        channel.send(CHAT, message(200));
        long sentNs = 1_000 * MS;
        poll(sentNs);
        List<Long> waitsMs = new ArrayList<>();
        long lastNs = sentNs;
        while (lastNs < sentNs + 100_000 * MS) {
            long nextNs = channel.nextTimeoutNs();
            waitsMs.add((nextNs - lastNs) / MS);
            lastNs = nextNs;
            channel.onTimeout(nextNs);
            while (channel.pollTransmit(nextNs) != null) {}
        }
        assertEquals(List.of(75L, 150L, 300L, 600L, 1_200L, 2_000L, 2_000L), waitsMs.subList(0, 7));
        assertEquals(10_000, waitsMs.get(waitsMs.size() - 1));
        assertEquals(sentNs, channel.awaitingAnswerSinceNs());
        assertEquals(lastNs - sentNs, channel.silentForNs(lastNs));
    }

    @Test
    void anyRecordIsASignOfLife() {
        channel.send(CHAT, message(200));
        poll(0);
        receive(500 * MS, new Frame.Ping());

        assertEquals(500 * MS, channel.awaitingAnswerSinceNs());
    }

    @Test
    void probeNowDoesNotWait() {
        establish(40);
        channel.probeNow(1_000 * MS);

        assertTrue(channel.nextTimeoutNs() <= 1_000 * MS);
        assertEquals(List.of(new Frame.Ping()), poll(1_000 * MS));
    }

    @Test
    void pingAsksForAnAcknowledgement() {
        channel.ping();

        assertEquals(List.of(new Frame.Ping()), poll(0));
        assertEquals(0, channel.awaitingAnswerSinceNs());
        acknowledge(30, 0, 0);
        assertEquals(NanoClock.NEVER_NS, channel.awaitingAnswerSinceNs());
    }

    @Test
    void takenNumbersMayBeAcknowledged() {
        long taken = channel.takeSeq();
        acknowledge(10, taken, taken);

        assertNull(channel.violation());
        assertEquals(1, channel.takeSeq());
    }

    // --- Thin streams.

    @Test
    void nothingIsCopiedOnACleanPath() {
        establish(40);
        for (int i = 0; i < 5; i++) {
            channel.send(CHAT, message(200));
            assertEquals(1, poll((1_000 + i) * MS).size());
        }
    }

    @Test
    void whatIsUnacknowledgedRidesInTheNextRecordWhileThePathIsLosing() {
        loseOne();
        channel.send(CHAT, message(200));
        withStars(poll(2_000 * MS));
        channel.send(CHAT, message(200));
        List<String> second = withStars(poll(2_020 * MS));

        assertEquals(2, second.size());
        assertFalse(second.get(0).endsWith("*"));
        assertTrue(second.get(1).endsWith("*"));
    }

    @Test
    void aLoneLastLineIsRepeatedEarly() {
        loseOne();
        channel.send(CHAT, message(200));
        poll(2_000 * MS);
        long earlyNs = channel.nextTimeoutNs();

        assertTrue(earlyNs <= 2_000 * MS + channel.rtt().smoothedNs() * 5 / 4);
        channel.onTimeout(earlyNs);
        assertEquals(1, poll(earlyNs).size());
        assertEquals(0, channel.stats().probesSent());
    }

    @Test
    void copiesAreBounded() {
        loseOne();
        channel.send(CHAT, message(200));
        int sends = 0;
        for (long nowMs = 2_000; nowMs < 2_100; nowMs++) {
            channel.onTimeout(nowMs * MS);
            while (channel.pollTransmit(nowMs * MS) != null) {
                sends++;
            }
        }
        assertTrue(sends <= 6, sends + " sendings");
    }

    // --- Unreliable.

    @Test
    void datagramIsSentOnceAndNeverAgain() {
        channel.sendDatagram(message(20));
        assertEquals(List.of(new Frame.Datagram(message(20))), poll(0));
        channel.onTimeout(channel.nextTimeoutNs());

        assertEquals(List.of(new Frame.Ping()), poll(2_000 * MS));
        assertTrue(channel.isDrained());
    }

    @Test
    void tooManyDatagramsDropTheOldest() {
        for (int i = 0; i < 70; i++) {
            channel.sendDatagram(Bytes.copyOf((byte) i));
        }
        assertEquals(new Frame.Datagram(Bytes.copyOf((byte) 6)), poll(0).get(0));
        assertEquals(6, channel.stats().datagramsDropped());
    }

    @Test
    void datagramsOfThePeerAreBounded() {
        for (int i = 0; i < 1_000; i++) {
            receive(0, new Frame.Datagram(message(20)));
        }
        int count = 0;
        while (channel.pollDatagram() != null) {
            count++;
        }
        assertEquals(64, count);
    }

    // --- Violations.

    @Test
    void acknowledgementOfWhatWasNeverSentIsAViolation() {
        channel.send(CHAT, message(10));
        poll(0);
        acknowledge(10, 0, 1);

        assertEquals(ChannelViolation.ACK_OF_UNSENT, channel.violation());
        assertNull(channel.pollTransmit(20 * MS));
        assertEquals(NanoClock.NEVER_NS, channel.nextTimeoutNs());
    }

    @Test
    void aPeerThatNeverAcknowledgesDoesNotMakeMemoryGrow() {
        channel.send(CHAT, message(10));
        poll(0);
        for (int i = 0; i < 40_000; i++) {
            channel.takeSeq();
        }
        channel.send(CHAT, message(10));
        poll(MS);

        assertEquals(1, channel.stats().recordsLost());
        assertFalse(channel.isDrained());
    }

    // --- Trace.

    @Test
    void tellsWhatHappensIfAsked() {
        ReliableChannel traced = new ReliableChannel(ChannelConfig.defaults().withTrace(true), new NewReno());
        traced.send(CHAT, message(10));
        traced.pollTransmit(0);
        traced.onTimeout(1_024 * MS);
        traced.pollTransmit(1_024 * MS);
        traced.onRecord(0, List.of(new Frame.Ack(0, List.of(new SeqRange(1, 1)))), 1_064 * MS);

        assertEquals(new TraceEvent.Sent(0, 15, "1/0", false), traced.pollTrace());
        assertEquals(new TraceEvent.ProbeTimeout(1, 1_024 * MS), traced.pollTrace());
        assertEquals(new TraceEvent.Sent(1, 15, "1/0*", true), traced.pollTrace());
        assertEquals(new TraceEvent.Received(0, 1), traced.pollTrace());
        assertEquals(new TraceEvent.Lost(0, "too old"), traced.pollTrace());
        assertEquals(new TraceEvent.Acknowledged(1, 1, 40 * MS), traced.pollTrace());
        assertNull(traced.pollTrace());
        assertNull(channel.pollTrace());
    }

    /** Some round trips of {@code rttMs}, which end before 1 s; from then on records are counted from 0 again. */
    private void establish(long rttMs) {
        for (int i = 0; i < ROUND_TRIPS; i++) {
            channel.ping();
            poll(i * rttMs * MS);
            acknowledge((i + 1) * rttMs, i, i);
        }
        firstSeq = ROUND_TRIPS;
    }

    /** Of two records at 1 s the first is lost; all is acknowledged at 1.1 s. */
    private void loseOne() {
        establish(40);
        sendEach(2, 1_000 * MS);
        acknowledge(1_040, 1, 1);
        channel.onTimeout(1_045 * MS);
        poll(1_045 * MS);
        acknowledge(1_085, 2, 2);
        assertTrue(channel.isDrained());
    }

    private void sendEach(int count, long nowNs) {
        for (int i = 0; i < count; i++) {
            channel.send(CHAT, message(700));
            poll(nowNs);
        }
    }

    private void acknowledge(long nowMs, long low, long high) {
        receive(nowMs * MS, new Frame.Ack(0, List.of(new SeqRange(firstSeq + high, firstSeq + low))));
    }

    private void receive(long nowNs, Frame frame) {
        channel.onRecord(peerSeq++, List.of(frame), nowNs);
    }

    private List<Frame> poll(long nowNs) {
        OutgoingRecord record = channel.pollTransmit(nowNs);
        assertNotNull(record);
        return frames(record);
    }

    private static List<Frame> frames(@Nullable OutgoingRecord record) {
        try {
            return record == null ? List.of() : FrameCodec.decode(record.plaintext(), record.length());
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    /** A star for what was sent before. */
    private List<String> withStars(List<Frame> frames) {
        List<String> names = new ArrayList<>();
        for (String name : names(frames)) {
            names.add(name.equals("1/0") || known.contains(name) ? name + "*" : name);
            known.add(name);
        }
        return names;
    }

    private static List<String> names(List<Frame> frames) {
        List<String> names = new ArrayList<>();
        for (Frame frame : frames) {
            if (frame instanceof Frame.Message message) {
                names.add(message.lane() + "/" + message.number());
            } else if (frame instanceof Frame.Fragment part) {
                names.add(part.lane() + "/" + part.number() + "." + part.index());
            } else {
                names.add(frame.getClass().getSimpleName().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static void drain(SendLanes lanes, int lane) {
        for (Part part = lanes.peek(lane); part != null; part = lanes.peek(lane)) {
            lanes.take(part);
        }
    }

    private static Bytes message(int bytes) {
        return Bytes.takingOver(new byte[bytes]);
    }

    /** No limit at all. */
    private static final class OpenWindow implements CongestionController {
        @Override
        public void onSent(long bytes, long inFlightBytes, long nowNs) {}

        @Override
        public void onAcked(AckSample sample, long nowNs) {}

        @Override
        public void onLost(long bytes, long inFlightBytes, long newestSentNs, long nowNs) {}

        @Override
        public void onPersistentCongestion(long nowNs) {}

        @Override
        public void onPathChanged(long nowNs) {}

        @Override
        public long windowBytes() {
            return Long.MAX_VALUE;
        }

        @Override
        public long pacingBytesPerSecond() {
            return 0;
        }
    }
}
