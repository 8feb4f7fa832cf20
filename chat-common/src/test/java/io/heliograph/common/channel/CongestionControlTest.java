package io.heliograph.common.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pacer, rate filter and both controllers, with literal times. */
class CongestionControlTest {
    private static final long MS = 1_000_000;
    private static final long DATAGRAM = CongestionController.DATAGRAM_BYTES;
    private static final long INITIAL = CongestionController.INITIAL_WINDOW_BYTES;

    // --- Pacer.

    @Test
    void burstOfTenGoesAtOnceAndTheNextOneWaits() {
        Pacer pacer = new Pacer();
        int sent = 0;
        pacer.fill(120_000, 0);
        while (pacer.isOpen()) {
            pacer.onSent(DATAGRAM);
            sent++;
        }
        assertEquals(11, sent);
        assertEquals(10 * MS + 1, pacer.openNs());
        pacer.fill(120_000, 10 * MS - 1);
        assertFalse(pacer.isOpen());
        pacer.fill(120_000, pacer.openNs());
        assertTrue(pacer.isOpen());
    }

    @Test
    void pacerWithoutARateIsAlwaysOpen() {
        Pacer pacer = new Pacer();
        pacer.fill(0, 0);
        pacer.onSent(1 << 30);

        assertTrue(pacer.isOpen());
    }

    @Test
    void pacerKeepsItsRateOverTime() {
        Pacer pacer = new Pacer();
        long sent = 0;
        for (long nowNs = 0; nowNs < 10_000 * MS; nowNs += MS) {
            for (pacer.fill(1_000_000, nowNs); pacer.isOpen(); sent += DATAGRAM) {
                pacer.onSent(DATAGRAM);
            }
        }
        assertTrue(Math.abs(sent - 10_000_000) < 20_000, sent + " bytes");
    }

    // --- Filter.

    @Test
    void filterForgetsAMaximumAfterItsWindow() {
        WindowedMax max = new WindowedMax(10);
        max.update(100, 0);
        for (int round = 1; round <= 10; round++) {
            max.update(50, round);
            assertEquals(100, max.best());
        }
        max.update(50, 11);
        assertEquals(50, max.best());
    }

    @Test
    void filterIsNeverBelowTheSamplesOfItsLastQuarter() {
        Random random = new Random(3);
        WindowedMax max = new WindowedMax(8);
        int previous = 0;
        for (int round = 0; round < 1_000; round++) {
            int sample = random.nextInt(1_000);
            max.update(sample, round);
            assertTrue(max.best() >= Math.max(sample, previous));
            previous = sample;
        }
    }

    // --- NewReno.

    @Test
    void renoDoublesInSlowStart() {
        NewReno reno = new NewReno();
        reno.onAcked(sample(INITIAL, 0, 1), MS);

        assertEquals(2 * INITIAL, reno.windowBytes());
    }

    @Test
    void renoHalvesOncePerRoundTrip() {
        NewReno reno = new NewReno();
        reno.onLost(DATAGRAM, INITIAL, 5 * MS, 40 * MS);
        reno.onLost(DATAGRAM, INITIAL, 6 * MS, 45 * MS);
        assertEquals(INITIAL / 2, reno.windowBytes());

        reno.onLost(DATAGRAM, INITIAL, 41 * MS, 90 * MS);
        assertEquals(INITIAL / 4, reno.windowBytes());
    }

    @Test
    void renoGrowsByADatagramPerWindowAfterALoss() {
        NewReno reno = new NewReno();
        reno.onLost(DATAGRAM, INITIAL, 5 * MS, 40 * MS);
        reno.onAcked(sample(INITIAL / 2, 0, 50 * MS), 90 * MS);

        assertEquals(INITIAL / 2 + DATAGRAM, reno.windowBytes());
    }

    @Test
    void renoDoesNotGrowWhileItsWindowIsNotUsed() {
        NewReno reno = new NewReno();
        reno.onAcked(sample(DATAGRAM, 0, 1), MS);

        assertEquals(INITIAL, reno.windowBytes());
    }

    @Test
    void persistentCongestionLeavesTheSmallestWindow() {
        NewReno reno = new NewReno();
        reno.onPersistentCongestion(MS);
        assertEquals(2 * DATAGRAM, reno.windowBytes());

        RateBased rateBased = new RateBased();
        rateBased.onPersistentCongestion(MS);
        assertEquals(4 * DATAGRAM, rateBased.windowBytes());
    }

    @Test
    void anotherPathBeginsWithTheInitialWindow() {
        for (CongestionController controller : new CongestionController[] {new NewReno(), new RateBased()}) {
            controller.onPersistentCongestion(MS);
            controller.onPathChanged(2 * MS);

            assertEquals(INITIAL, controller.windowBytes());
            assertEquals(0, controller.pacingBytesPerSecond());
        }
    }

    // --- RateBased.

    @Test
    void rateBasedGrowsUntilTheRateStopsGrowing() {
        RateBased controller = new RateBased();
        Path path = new Path(1_000_000, 40 * MS);
        path.run(controller, 60, 0);

        assertTrue(Math.abs(controller.pacingBytesPerSecond() - 1_000_000) <= 260_000);
        assertTrue(controller.windowBytes() <= 2 * 40_000 + INITIAL, controller.windowBytes() + " bytes");
    }

    @Test
    void rateBasedDoesNotSlowDownForRandomLoss() {
        RateBased controller = new RateBased();
        Path path = new Path(1_000_000, 40 * MS);
        path.run(controller, 60, 0);
        path.run(controller, 60, 0.2);

        assertTrue(controller.pacingBytesPerSecond() >= 900_000, controller.pacingBytesPerSecond() + " B/s");
    }

    @Test
    void rateBasedBacksOffWhenLossComesWithAQueue() {
        RateBased controller = new RateBased();
        Path path = new Path(1_000_000, 40 * MS);
        path.run(controller, 60, 0);
        long before = controller.windowBytes();
        path.queueNs = 40 * MS;
        path.run(controller, 5, 0.1);

        assertTrue(controller.windowBytes() < before * 7 / 10, before + " to " + controller.windowBytes());
    }

    @Test
    void rateBasedNeverStopsAThinStream() {
        RateBased controller = new RateBased();
        for (int i = 0; i < 5_000; i++) {
            long nowNs = i * (20 * MS);
            controller.onLost(i % 5 == 0 ? 400 : 0, 800, nowNs - 60 * MS, nowNs);
            long rttNs = (40 + i % 25) * MS;
            controller.onAcked(
                    new AckSample(400, 800, nowNs - rttNs, rttNs, 45 * MS, 20_000, true, i * 400L - 1_200, i * 400L),
                    nowNs);
        }
        assertTrue(controller.windowBytes() >= INITIAL, controller.windowBytes() + " bytes");
        assertTrue(controller.pacingBytesPerSecond() >= 20_000, controller.pacingBytesPerSecond() + " B/s");
    }

    private static AckSample sample(long ackedBytes, long inFlightBytes, long newestSentNs) {
        return new AckSample(ackedBytes, inFlightBytes, newestSentNs, 40 * MS, 40 * MS, 0, false, 0, ackedBytes);
    }

    /** A path that takes what the controller offers, up to a rate, round trip by round trip. */
    private static final class Path {
        private final long bytesPerSecond;
        private final long rttNs;
        private long queueNs;
        private long nowNs;
        private long deliveredBytes;

        Path(long bytesPerSecond, long rttNs) {
            this.bytesPerSecond = bytesPerSecond;
            this.rttNs = rttNs;
        }

        void run(RateBased controller, int rounds, double loss) {
            for (int i = 0; i < rounds; i++) {
                long roundNs = rttNs + queueNs;
                long offered = Math.min(
                        controller.windowBytes(),
                        controller.pacingBytesPerSecond() == 0
                                ? Long.MAX_VALUE
                                : controller.pacingBytesPerSecond() * roundNs / (1_000 * MS));
                long arrived = (long) Math.min(offered * (1 - loss), bytesPerSecond * roundNs / (1_000.0 * MS));
                long before = deliveredBytes;
                nowNs += roundNs;
                deliveredBytes += arrived;
                controller.onLost((long) (offered * loss), 0, nowNs - roundNs, nowNs);
                controller.onAcked(
                        new AckSample(
                                arrived,
                                0,
                                nowNs - roundNs,
                                roundNs,
                                roundNs,
                                arrived * (1_000 * MS) / roundNs,
                                false,
                                before,
                                deliveredBytes),
                        nowNs);
            }
        }
    }
}
