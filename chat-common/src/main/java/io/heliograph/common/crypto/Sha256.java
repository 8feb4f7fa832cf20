package io.heliograph.common.crypto;

import io.heliograph.common.util.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 over the concatenation of its arguments. Thread-safe. */
public final class Sha256 {
    public static final int DIGEST_BYTES = 32;

    private Sha256() {}

    public static Bytes digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return Bytes.takingOver(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
