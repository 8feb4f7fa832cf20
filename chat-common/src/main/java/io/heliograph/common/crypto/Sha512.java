package io.heliograph.common.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-512 (FIPS 180-4), of which a safety number takes thousands: the state is reused. Not thread-safe. */
public final class Sha512 {
    public static final int DIGEST_BYTES = 64;

    private final MessageDigest digest;

    public Sha512() {
        try {
            digest = MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }

    /** Over the concatenation of {@code parts}. */
    public byte[] digest(byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
