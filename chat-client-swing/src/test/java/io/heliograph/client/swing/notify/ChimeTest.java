package io.heliograph.client.swing.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ChimeTest {
    @Test
    void isShortBeginsAndEndsSoftlyAndIsNeverCut() {
        for (boolean personal : new boolean[] {false, true}) {
            short[] samples = new short[Chime.samples(personal).length / 2];
            ByteBuffer.wrap(Chime.samples(personal))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            assertTrue(samples.length < Chime.RATE_HZ / 2, "less than half a second");
            assertEquals(0, samples[0]);
            assertTrue(Math.abs(samples[samples.length - 1]) < 400, "no click at the end");
            int loudest = 0;
            for (short sample : samples) {
                loudest = Math.max(loudest, Math.abs(sample));
            }
            assertTrue(loudest > 3_000 && loudest < Short.MAX_VALUE / 2, "loudest " + loudest);
        }
        assertNotEquals(
                ByteBuffer.wrap(Chime.samples(false)), ByteBuffer.wrap(Chime.samples(true)), "two can be told apart");
    }
}
