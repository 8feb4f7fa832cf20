package io.heliograph.client.core.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Pace pace = new Pace();

    @Test
    void countsFromWhereItWasTakenUpAgain() {
        pace.begin(1_000_000, 0);
        assertEquals(0, pace.bytesPerS());
        assertEquals(-1, pace.secondsLeft(100));
        pace.onProgress(1_000_500, SECOND);
        assertEquals(500, pace.bytesPerS());
        assertEquals(3, pace.secondsLeft(1_001));
        assertEquals(0, pace.secondsLeft(0));
    }

    @Test
    void followsWhatThePathDoesNow() {
        pace.begin(0, 0);
        long doneBytes = 0;
        for (int second = 1; second <= 60; second++) {
            doneBytes += second <= 30 ? 1_000 : 10;
            pace.onProgress(doneBytes, second * SECOND);
        }
        assertTrue(pace.bytesPerS() < 20, pace.bytesPerS() + " B/s");
    }
}
