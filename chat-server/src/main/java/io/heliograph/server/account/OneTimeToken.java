package io.heliograph.server.account;

import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The one-time token that makes the first administrator (protocol.md 7.1). Known by its SHA-256 alone.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class OneTimeToken {
    /** Random octets of a token. */
    public static final int TOKEN_BYTES = 18;

    private @Nullable Bytes hash;

    /** {@code fact} as the store holds it: the hash in hexadecimal; empty if it is used up. */
    public OneTimeToken(String fact) {
        this.hash = fact.isEmpty() ? null : Bytes.fromHex(fact);
    }

    /** What the store keeps of it. */
    public static String factOf(String token) {
        return SecretText.hashOf(token).toHex();
    }

    public boolean isRight(String token) {
        return SecretText.isOf(hash, token);
    }

    public void useUp() {
        hash = null;
    }
}
