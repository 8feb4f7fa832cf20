package io.heliograph.common.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.frame.Frame;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PathValidationTest {
    private static final PeerAddress HOME = new PeerAddress(Bytes.copyOf(new byte[] {10, 0, 0, 1}), 1_000);
    private static final PeerAddress AWAY = new PeerAddress(Bytes.copyOf(new byte[] {10, 0, 0, 1}), 2_000);
    private static final PeerAddress THIRD = new PeerAddress(Bytes.copyOf(new byte[] {10, 0, 0, 9}), 3_000);
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long PROBE_TIMEOUT_NS = SECOND_NS / 5;

    private final Random random = new Random(7);
    private final PathValidation path = new PathValidation(HOME, random::nextBytes);

    @Test
    void asksANewAddressAndMovesWhenItAnswers() {
        path.onRecord(AWAY, 500, true, SECOND_NS);
        Frame.PathChallenge challenge = path.pollChallenge(SECOND_NS);
        assertNotNull(challenge);
        assertEquals(AWAY, path.onChallengeSent(200, PROBE_TIMEOUT_NS, SECOND_NS));
        assertEquals(HOME, path.current());

        assertTrue(path.onResponse(new Frame.PathResponse(challenge.token()), AWAY, SECOND_NS + 1));
        assertEquals(AWAY, path.current());
        assertEquals(NanoClock.NEVER_NS, path.nextTimeoutNs());
    }

    @Test
    void aDelayedRecordMovesNothing() {
        path.onRecord(THIRD, 500, false, SECOND_NS);
        assertNull(path.pollChallenge(SECOND_NS));
    }

    @Test
    void anAnswerFromElsewhereProvesNothing() {
        path.onRecord(AWAY, 500, true, SECOND_NS);
        Frame.PathChallenge challenge = path.pollChallenge(SECOND_NS);
        assertNotNull(challenge);
        assertFalse(path.onResponse(new Frame.PathResponse(challenge.token()), THIRD, SECOND_NS));
        Frame.PathResponse wrong = new Frame.PathResponse(Bytes.copyOf(new byte[16]));
        assertFalse(path.onResponse(wrong, AWAY, SECOND_NS));
        assertEquals(HOME, path.current());
    }

    @Test
    void sendsAtMostThreeTimesWhatItReceived() {
        path.onRecord(AWAY, 170, true, SECOND_NS);
        long sentBytes = 0;
        for (long nowNs = SECOND_NS; nowNs < 5 * SECOND_NS; nowNs += PROBE_TIMEOUT_NS) {
            if (path.pollChallenge(nowNs) != null) {
                path.onChallengeSent(200, PROBE_TIMEOUT_NS, nowNs);
                sentBytes += 200;
            }
        }
        assertEquals(400, sentBytes);
        assertEquals(NanoClock.NEVER_NS, path.nextTimeoutNs());
    }

    @Test
    void asksThreeTimesAProbeTimeoutApart() {
        path.onRecord(AWAY, 1_200, true, SECOND_NS);
        for (int i = 0; i < 3; i++) {
            long dueNs = SECOND_NS + i * PROBE_TIMEOUT_NS;
            assertEquals(dueNs, path.nextTimeoutNs());
            assertNull(path.pollChallenge(dueNs - 1));
            assertNotNull(path.pollChallenge(dueNs));
            path.onChallengeSent(200, PROBE_TIMEOUT_NS, dueNs);
        }
        assertEquals(NanoClock.NEVER_NS, path.nextTimeoutNs());
    }

    @Test
    void asksAgainWhenTheAddressGoesOnSpeaking() {
        path.onRecord(AWAY, 1_200, true, SECOND_NS);
        for (int i = 0; i < 3; i++) {
            path.onChallengeSent(200, PROBE_TIMEOUT_NS, SECOND_NS + i * PROBE_TIMEOUT_NS);
        }
        path.onRecord(AWAY, 1_200, true, 3 * SECOND_NS);
        assertNotNull(path.pollChallenge(3 * SECOND_NS));
    }

    @Test
    void movesAtMostOnceASecond() {
        path.onRecord(AWAY, 500, true, SECOND_NS);
        Frame.PathChallenge challenge = path.pollChallenge(SECOND_NS);
        assertNotNull(challenge);
        path.onResponse(new Frame.PathResponse(challenge.token()), AWAY, SECOND_NS);

        path.onRecord(THIRD, 500, true, SECOND_NS + 1);
        assertEquals(2 * SECOND_NS, path.nextTimeoutNs());
    }

    @Test
    void comingHomeEndsTheQuestion() {
        path.onRecord(AWAY, 500, true, SECOND_NS);
        path.onRecord(HOME, 500, true, SECOND_NS + 1);
        assertNull(path.pollChallenge(2 * SECOND_NS));
    }
}
