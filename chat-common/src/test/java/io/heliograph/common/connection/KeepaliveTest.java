package io.heliograph.common.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeepaliveTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final byte MIDDLE = 10; // 90 % + 10 of 21 steps: no jitter

    private final Keepalive keepalive = new Keepalive(target -> Arrays.fill(target, MIDDLE));

    @Test
    void asksEverMoreRarelyDownToOnceIn25Seconds() {
        keepalive.onConversation(0);
        List<Long> gaps = new ArrayList<>();
        long lastNs = 0;
        for (int i = 0; i < 6; i++) {
            long dueNs = keepalive.nextTimeoutNs();
            gaps.add((dueNs - lastNs) / SECOND_NS);
            assertFalse(keepalive.pollPing(dueNs - 1));
            assertTrue(keepalive.pollPing(dueNs));
            lastNs = dueNs;
        }
        assertEquals(List.of(2L, 4L, 8L, 16L, 25L, 25L), gaps);
    }

    @Test
    void conversationBeginsAnew() {
        keepalive.onConversation(0);
        keepalive.pollPing(keepalive.nextTimeoutNs());
        keepalive.onConversation(10 * SECOND_NS);
        assertEquals(12 * SECOND_NS, keepalive.nextTimeoutNs());
    }

    @Test
    void anyRecordPutsItOff() {
        keepalive.onConversation(0);
        keepalive.onReceived(SECOND_NS);
        assertEquals(3 * SECOND_NS, keepalive.nextTimeoutNs());
    }

    @Test
    void jitterIsATenth() {
        for (int octet = 0; octet < 256; octet++) {
            byte value = (byte) octet;
            Keepalive jittered = new Keepalive(target -> Arrays.fill(target, value));
            jittered.onConversation(0);
            long dueNs = jittered.nextTimeoutNs();
            assertTrue(dueNs >= 2 * SECOND_NS / 10 * 9 && dueNs <= 2 * SECOND_NS / 10 * 11, "due " + dueNs);
        }
    }
}
