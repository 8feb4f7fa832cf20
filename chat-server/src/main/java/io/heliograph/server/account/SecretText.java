package io.heliograph.server.account;

import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that are text and known by their SHA-256 alone: tokens, which have so many random bits that nothing slower is
 * needed, and what an operator has chosen, which is never stored. Thread-safe.
 */
public final class SecretText {
    private SecretText() {}

    /** A token of {@code random}: Base64 with the letters of URLs and without padding. */
    public static String tokenOf(byte[] random) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    public static Bytes hashOf(String text) {
        return Sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether {@code hash} is that of {@code text}, in constant time; null is of nothing. */
    static boolean isOf(@Nullable Bytes hash, String text) {
        return hash != null
                && MessageDigest.isEqual(hash.toArray(), hashOf(text).toArray());
    }
}
