package io.heliograph.client.core.files;

import io.heliograph.common.time.NanoClock;
import java.util.concurrent.TimeUnit;

/**
 * How long a relay is waited for that owes something and says nothing: it is asked again a few times, and then left
 * alone until it speaks, the user asks for it, or the connection is another one.
 *
 * <p>What it was asked before may still come and is as good: a slow path makes it silent, too. Not thread-safe; owned
 * by its transfer.
 */
final class Patience {
    /** Chosen by us: longer than a relay and a path take that work at all. */
    static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(30);
    /** Chosen by us. */
    static final int MAX_REPEATS = 3;

    /** What is to be done now. */
    enum Verdict {
        WAIT,
        ASK_AGAIN,
        /** It was asked often enough; said once. */
        GIVE_UP
    }

    /** When something new came last, or nothing was owed. */
    private long heardNs;

    private int repeats;

    /** {@code owed}: the relay is to say something. To be called before it is asked for more. */
    Verdict watch(boolean owed, long nowNs) {
        if (!owed) {
            heardNs = nowNs;
        }
        if (nowNs < silentAtNs(owed)) {
            return Verdict.WAIT;
        }
        heardNs = nowNs;
        repeats++;
        return isGivenUp() ? Verdict.GIVE_UP : Verdict.ASK_AGAIN;
    }

    /** It has said something new. */
    void onHeard(long nowNs) {
        heardNs = nowNs;
        repeats = 0;
    }

    /** What was owed is not wanted any more, or cannot come. */
    void forget() {
        repeats = 0;
    }

    /** The user does not want to wait: one that was given up is asked at once. */
    void hurry(long nowNs) {
        if (isGivenUp()) {
            repeats = 0;
            heardNs = nowNs - SILENCE_NS;
        }
    }

    long nextTimeoutNs(boolean owed, long nowNs) {
        long silentAtNs = silentAtNs(owed);
        return silentAtNs > nowNs ? silentAtNs : NanoClock.NEVER_NS;
    }

    /** It was asked often enough: only the relay, the user or another connection change that. */
    boolean isGivenUp() {
        return repeats > MAX_REPEATS;
    }

    private long silentAtNs(boolean owed) {
        return !owed || isGivenUp() ? NanoClock.NEVER_NS : heardNs + SILENCE_NS;
    }
}
