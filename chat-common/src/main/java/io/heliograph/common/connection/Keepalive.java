package io.heliograph.common.connection;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.time.NanoClock;
import java.util.concurrent.TimeUnit;

/**
 * When the client asks for a sign of life (protocol.md 5.7): soon after a conversation has gone quiet, because
 * that is when a path
 * that has died matters, and ever more rarely until the interval that keeps a NAT's mapping open.
 *
 * <p>Not thread-safe; owned by its connection's loop.
 */
final class Keepalive {
    private static final long FIRST_NS = TimeUnit.SECONDS.toNanos(2);
    /**
     * Just below the 30 s after which many NATs forget a mapping (RFC 4787 asks for more; the field does not
     * obey).
     */
    private static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(25);

    private static final int JITTER_PERCENT = 10;

    private final RandomSource random;
    private long intervalNs = FIRST_NS;
    private long deadlineNs = NanoClock.NEVER_NS;

    Keepalive(RandomSource random) {
        this.random = random;
    }

    /** An application message was sent or received. */
    void onConversation(long nowNs) {
        intervalNs = FIRST_NS;
        arm(nowNs);
    }

    /** Any valid record was received. */
    void onReceived(long nowNs) {
        arm(nowNs);
    }

    /** True if a PING is due; the next one is then due after a longer interval. */
    boolean pollPing(long nowNs) {
        if (nowNs < deadlineNs) {
            return false;
        }
        intervalNs = Math.min(2 * intervalNs, LONGEST_NS);
        arm(nowNs);
        return true;
    }

    long nextTimeoutNs() {
        return deadlineNs;
    }

    private void arm(long nowNs) {
        int percent = 100 - JITTER_PERCENT + Math.floorMod(random.bytes(1)[0], 2 * JITTER_PERCENT + 1);
        deadlineNs = nowNs + intervalNs / 100 * percent;
    }
}
