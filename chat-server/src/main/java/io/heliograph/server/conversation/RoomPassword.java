package io.heliograph.server.conversation;

import io.heliograph.common.crypto.Pbkdf2;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/**
 * A room's password as it is stored: PBKDF2 with HMAC-SHA256 (RFC 8018). It is shared by many and guards what the
 * server holds anyway, so it is cheaper to check than an account's; even so never on the loop.
 *
 * <p>Thread-safe: pure functions.
 */
public final class RoomPassword {
    public static final int SALT_BYTES = 16;

    private static final String SCHEME = "pbkdf2-sha256";
    private static final int ITERATIONS = 120_000;
    private static final int MAX_ITERATIONS = 10_000_000;
    private static final int PART_COUNT = 4;

    private RoomPassword() {}

    /** {@code scheme$iterations$salt$hash}. */
    public static String hash(String password, byte[] salt) {
        return String.format(
                Locale.ROOT,
                "%s$%d$%s$%s",
                SCHEME,
                ITERATIONS,
                text(salt),
                text(Pbkdf2.derive(password, salt, ITERATIONS)));
    }

    /** Constant time once the hash is made; false for a hash of another scheme. */
    public static boolean matches(String password, String stored) {
        String[] parts = stored.split("\\$", PART_COUNT);
        if (parts.length != PART_COUNT || !parts[0].equals(SCHEME)) {
            return false;
        }
        try {
            int iterations = Integer.parseInt(parts[1]);
            byte[] salt = Base64.getDecoder().decode(parts[2]);
            byte[] expected = Base64.getDecoder().decode(parts[3]);
            return iterations > 0
                    && iterations <= MAX_ITERATIONS
                    && MessageDigest.isEqual(expected, Pbkdf2.derive(password, salt, iterations));
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }

    private static String text(byte[] octets) {
        return Base64.getEncoder().withoutPadding().encodeToString(octets);
    }
}
