package io.heliograph.common.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.frame.CloseNotice;
import io.heliograph.common.time.NanoClock;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final long GAP_NS = 100_000_000L;

    private final Closing closing = new Closing();

    @Test
    void tellsThreeTimesAndIsGone() {
        closing.begin(new CloseNotice(CloseNotice.KICKED, "out"), 0);
        assertFalse(closing.isOpen());
        for (int i = 0; i < 3; i++) {
            assertFalse(closing.isGone());
            assertEquals(i * GAP_NS, closing.nextTimeoutNs());
            assertNotNull(closing.pollNotice(i * GAP_NS));
            assertNull(closing.pollNotice(i * GAP_NS));
        }
        assertTrue(closing.isGone());
        assertEquals(NanoClock.NEVER_NS, closing.nextTimeoutNs());
    }

    @Test
    void theFirstReasonStands() {
        closing.begin(new CloseNotice(CloseNotice.KICKED, "out"), 0);
        closing.begin(new CloseNotice(CloseNotice.BYE, "bye"), 1);
        assertEquals(new CloseNotice(CloseNotice.KICKED, "out"), closing.pollNotice(1));
    }

    @Test
    void aPeerThatHasNotUnderstoodIsToldSooner() {
        closing.begin(new CloseNotice(CloseNotice.KICKED, "out"), 0);
        closing.pollNotice(0);
        closing.onRecord(10);
        assertNotNull(closing.pollNotice(10));
    }
}
