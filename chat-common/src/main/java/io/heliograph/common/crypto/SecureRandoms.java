package io.heliograph.common.crypto;

import java.security.SecureRandom;

/** The only place that makes a source of randomness; everybody else is handed one. */
public final class SecureRandoms {
    private SecureRandoms() {}

    /** The system's own. Thread-safe. */
    public static RandomSource system() {
        SecureRandom random = new SecureRandom();
        return random::nextBytes;
    }

    /** Lets the JDK's own classes draw from {@code source}, so that a seeded run stays a seeded run. */
    static SecureRandom over(RandomSource source) {
        return new Bridge(source);
    }

    private static final class Bridge extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient RandomSource source;

        Bridge(RandomSource source) {
            super(null, null);
            this.source = source;
        }

        @Override
        public void nextBytes(byte[] target) {
            source.nextBytes(target);
        }
    }
}
