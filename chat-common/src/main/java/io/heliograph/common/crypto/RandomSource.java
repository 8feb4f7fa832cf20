package io.heliograph.common.crypto;

/** Where protocol code takes its random octets from: the system's in production, a seed in a simulation. */
@FunctionalInterface
public interface RandomSource {
    /** Fills all of {@code target}. */
    void nextBytes(byte[] target);

    /** {@code length} fresh random octets. */
    default byte[] bytes(int length) {
        byte[] octets = new byte[length];
        nextBytes(octets);
        return octets;
    }
}
