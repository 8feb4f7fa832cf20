package io.heliograph.common.connection;

import io.heliograph.common.frame.CloseNotice;
import io.heliograph.common.time.NanoClock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of a connection (protocol.md 5.9): the notice goes out three times, because nothing acknowledges it.
 *
 * <pre>
 *   OPEN --begin--> TELLING --third notice--> GONE
 *   OPEN, TELLING --forget--> GONE
 * </pre>
 *
 * <p>Not thread-safe; owned by its connection's loop.
 */
final class Closing {
    private static final int NOTICE_COUNT = 3;
    private static final long BETWEEN_NOTICES_NS = TimeUnit.MILLISECONDS.toNanos(100);

    private enum State {
        OPEN,
        TELLING,
        GONE
    }

    private State state = State.OPEN;
    private @Nullable CloseNotice notice;
    private int sentCount;
    private long nextNoticeNs = NanoClock.NEVER_NS;

    /** Changes nothing if the end has begun already. */
    void begin(CloseNotice closeNotice, long nowNs) {
        if (state == State.OPEN) {
            state = State.TELLING;
            notice = closeNotice;
            nextNoticeNs = nowNs;
        }
    }

    void forget() {
        state = State.GONE;
        nextNoticeNs = NanoClock.NEVER_NS;
    }

    /** The peer has not understood yet: it is told a little earlier, never more often. */
    void onRecord(long nowNs) {
        if (state == State.TELLING && sentCount < NOTICE_COUNT) {
            nextNoticeNs = Math.min(nextNoticeNs, nowNs);
        }
    }

    @Nullable
    CloseNotice pollNotice(long nowNs) {
        if (state != State.TELLING || nowNs < nextNoticeNs) {
            return null;
        }
        sentCount++;
        nextNoticeNs = nowNs + BETWEEN_NOTICES_NS;
        CloseNotice due = notice;
        if (sentCount == NOTICE_COUNT) {
            forget();
        }
        return due;
    }

    long nextTimeoutNs() {
        return nextNoticeNs;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isGone() {
        return state == State.GONE;
    }
}
