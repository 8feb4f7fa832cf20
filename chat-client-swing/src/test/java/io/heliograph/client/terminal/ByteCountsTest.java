package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ByteCountsTest {
    @Test
    void hasThreeDigitsAtMost() {
        assertEquals("0 B", ByteCounts.of(0));
        assertEquals("999 B", ByteCounts.of(999));
        assertEquals("1.0 kB", ByteCounts.of(1_000));
        assertEquals("3.4 MB", ByteCounts.of(3_400_000));
        assertEquals("340 MB", ByteCounts.of(340_000_000));
        assertEquals("1.1 PB", ByteCounts.of(1L << 50));
    }
}
