package io.heliograph.common.time;

/**
 * Monotonic nanoseconds that begin near zero, so that sums with long delays never overflow.
 *
 * <p>Thread-safe.
 */
@FunctionalInterface
public interface NanoClock {
    /** The deadline of a timer that is not armed. */
    long NEVER_NS = Long.MAX_VALUE;

    /** Never goes back. */
    long nowNs();

    /** A clock over the machine's monotonic time, zero at the moment of this call. */
    static NanoClock startingNow() {
        long originNs = System.nanoTime();
        return () -> System.nanoTime() - originNs;
    }
}
