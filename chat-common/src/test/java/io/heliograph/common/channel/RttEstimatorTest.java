package io.heliograph.common.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The formulas of RFC 9002, section 5, with literal times. */
class RttEstimatorTest {
    private static final long MS = 1_000_000;

    private final RttEstimator rtt = new RttEstimator();

    @Test
    void beginsWith333Ms() {
        assertFalse(rtt.hasSample());
        assertEquals(333 * MS, rtt.smoothedNs());
        assertEquals(333 * MS + 4 * 333 * MS / 2 + 25 * MS, rtt.probeTimeoutNs());
    }

    @Test
    void firstSampleSetsEverything() {
        rtt.onSample(100 * MS, 20 * MS);

        assertTrue(rtt.hasSample());
        assertEquals(new Rtt(100 * MS, 100 * MS, 50 * MS, 100 * MS, 325 * MS), rtt.snapshot());
    }

    @Test
    void acknowledgementDelayIsTakenOff() {
        rtt.onSample(100 * MS, 0);
        rtt.onSample(120 * MS, 20 * MS);

        assertEquals(100 * MS, rtt.smoothedNs());
        assertEquals(75 * MS / 2, rtt.snapshot().varianceNs());
    }

    @Test
    void acknowledgementDelayIsNotTakenOffBelowTheMinimum() {
        rtt.onSample(100 * MS, 0);
        rtt.onSample(108 * MS, 20 * MS);

        assertEquals(101 * MS, rtt.smoothedNs());
    }

    @Test
    void acknowledgementDelayIsBelievedUpTo25MsOnly() {
        rtt.onSample(100 * MS, 0);
        rtt.onSample(208 * MS, 10_000 * MS);

        assertEquals((7 * 100 * MS + 183 * MS) / 8, rtt.smoothedNs());
    }

    @Test
    void minimumIsOfWhatWasMeasured() {
        rtt.onSample(100 * MS, 0);
        rtt.onSample(60 * MS, 25 * MS);
        rtt.onSample(90 * MS, 0);

        assertEquals(60 * MS, rtt.minNs());
    }

    @Test
    void probeTimeoutHasAFloorOfGranularity() {
        for (int i = 0; i < 100; i++) {
            rtt.onSample(MS, 0);
        }
        assertEquals(MS + 10 * MS + 25 * MS, rtt.probeTimeoutNs());
    }

    @Test
    void lossDelayIsNineEighths() {
        rtt.onSample(80 * MS, 0);

        assertEquals(90 * MS, rtt.lossDelayNs());
    }

    @Test
    void lateRecordsAreGivenMoreTimeButNeverAnotherRoundTrip() {
        rtt.onSample(80 * MS, 0);
        rtt.onLate(112 * MS);
        assertEquals(116 * MS, rtt.lossDelayNs());

        rtt.onLate(10_000 * MS);
        assertEquals(160 * MS, rtt.lossDelayNs());
    }

    @Test
    void anotherPathBeginsAnew() {
        rtt.onSample(80 * MS, 0);
        rtt.reset();

        assertEquals(new RttEstimator().snapshot(), rtt.snapshot());
    }
}
