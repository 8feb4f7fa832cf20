package io.heliograph.common.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.packet.Limits;
import io.heliograph.common.testing.SeededRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayWindowTest {
    private static final int SPAN = ReplayWindow.SPAN;
    private static final long FAR = 1L << 40;

    private final ReplayWindow window = new ReplayWindow();

    /** A number, whether it is to be accepted; each accepted one is marked. */
    private record Step(long seq, boolean accepted) {}

    @Test
    void followsTheTable() {
        Step[] steps = {
            yes(0),
            no(0),
            yes(1),
            no(1),
            yes(9),
            yes(8),
            yes(7),
            no(7),
            no(8),
            no(9),
            yes(2),
            no(2),
            yes(SPAN),
            yes(SPAN - 1),
            no(SPAN),
            no(SPAN - 1),
            no(0),
            no(1),
            yes(3),
            no(3),
            yes(2 * SPAN + 3),
            no(SPAN),
            no(SPAN + 3),
            yes(SPAN + 4),
            yes(SPAN + 5),
            yes(2 * SPAN + 2),
            no(2 * SPAN + 2),
            yes(FAR),
            no(2 * SPAN + 3),
            no(FAR),
            no(FAR - SPAN),
            yes(FAR - SPAN + 1),
            no(FAR - SPAN + 1),
            yes(FAR - 1),
            yes(FAR + 1),
            no(FAR - SPAN + 1),
            no(0),
            yes(Limits.MAX_SEQ),
            no(Limits.MAX_SEQ),
            no(FAR + 1),
            yes(Limits.MAX_SEQ - SPAN + 1),
            no(Limits.MAX_SEQ - SPAN)
        };
        for (int i = 0; i < steps.length; i++) {
            assertEquals(steps[i].accepted(), tryMark(steps[i].seq()), "step " + i + ": " + steps[i]);
        }
    }

    @Test
    void acceptsAWholeSpanBackwards() {
        assertTrue(tryMark(SPAN - 1));
        for (long seq = SPAN - 2; seq >= 0; seq--) {
            assertTrue(tryMark(seq), "number " + seq);
        }
        for (long seq = 0; seq < SPAN; seq++) {
            assertFalse(tryMark(seq), "number " + seq);
        }
    }

    @Test
    void forgetsNothingInsideTheWindowAfterAJumpOfAnyLength() {
        for (int jump = 1; jump <= 3 * SPAN; jump += 37) {
            ReplayWindow jumping = new ReplayWindow();
            for (long seq = 0; seq < SPAN; seq++) {
                jumping.mark(seq);
            }
            jumping.mark(SPAN - 1 + jump);
            for (long seq = 0; seq < SPAN + jump; seq++) {
                boolean isNew = seq >= SPAN && seq != SPAN - 1 + jump && seq > jump - 1;
                assertEquals(isNew, jumping.accepts(seq), "number " + seq + " after a jump of " + jump);
            }
        }
    }

    @Test
    void lookingUpChangesNothing() {
        assertTrue(window.accepts(FAR));
        assertTrue(window.accepts(FAR));
        assertTrue(window.accepts(0));
        assertEquals(-1, window.highest());
    }

    @Test
    void markingTwiceIsOurOwnMistake() {
        window.mark(5);

        assertThrows(IllegalStateException.class, () -> window.mark(5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithASetOnRandomWalks(long seed) {
        SeededRandom random = new SeededRandom(seed);
        Set<Long> accepted = new HashSet<>();
        long highest = -1;
        long at = random.nextLong(10_000);
        for (int step = 0; step < 20_000; step++) {
            at = Math.max(0, at + walk(random));
            boolean expected = !accepted.contains(at) && highest - at < SPAN;
            assertEquals(expected, tryMark(at), "seed " + seed + " step " + step + " number " + at);
            if (expected) {
                accepted.add(at);
                highest = Math.max(highest, at);
            }
        }
    }

    private static long walk(SeededRandom random) {
        return switch (random.nextInt(20)) {
            case 0 -> random.nextLong(3 * SPAN);
            case 1 -> -random.nextLong(2 * SPAN);
            case 2 -> random.nextLong(64) * 64;
            default -> random.nextLong(9) - 4;
        };
    }

    private boolean tryMark(long seq) {
        if (!window.accepts(seq)) {
            return false;
        }
        window.mark(seq);
        return true;
    }

    private static Step yes(long seq) {
        return new Step(seq, true);
    }

    private static Step no(long seq) {
        return new Step(seq, false);
    }
}
