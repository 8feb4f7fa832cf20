package io.heliograph.client.core.session;

import io.heliograph.common.crypto.RandomSource;
import java.util.concurrent.TimeUnit;

/**
 * How long to wait before the next attempt: doubled from {@value #FIRST_DELAY_MS} to {@value #LAST_DELAY_MS}
 * milliseconds, with half of
 * it at random, so that the clients of a relay that comes back do not all come back at once.
 *
 * <p>Pure but for the random source handed in.
 */
final class ReconnectPolicy {
    static final long FIRST_DELAY_MS = 1_000;
    static final long LAST_DELAY_MS = 30_000;

    private static final int MAX_DOUBLINGS = 5;
    private static final int RANDOM_STEPS = 256;

    private final RandomSource random;

    ReconnectPolicy(RandomSource random) {
        this.random = random;
    }

    /** {@code attempt} counts from 1: the attempts since a login last succeeded. */
    long delayNs(int attempt) {
        long fullMs = Math.min(LAST_DELAY_MS, FIRST_DELAY_MS << Math.min(attempt - 1, MAX_DOUBLINGS));
        int step = Byte.toUnsignedInt(random.bytes(1)[0]);
        long fullNs = TimeUnit.MILLISECONDS.toNanos(fullMs);
        return fullNs / 2 + fullNs / 2 * step / RANDOM_STEPS;
    }
}
