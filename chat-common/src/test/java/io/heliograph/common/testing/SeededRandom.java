package io.heliograph.common.testing;

import io.heliograph.common.crypto.RandomSource;
import java.util.Random;

/** The same octets for the same seed. Not thread-safe, and of course not secret. */
public final class SeededRandom implements RandomSource {
    private final Random random;

    public SeededRandom(long seed) {
        random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] target) {
        random.nextBytes(target);
    }

    /** 0 to {@code bound} - 1. */
    public int nextInt(int bound) {
        return random.nextInt(bound);
    }

    /** 0 to {@code bound} - 1. */
    public long nextLong(long bound) {
        return Math.floorMod(random.nextLong(), bound);
    }

    /** True in {@code percent} of 100 cases. */
    public boolean isWithin(int percent) {
        return random.nextInt(100) < percent;
    }
}
