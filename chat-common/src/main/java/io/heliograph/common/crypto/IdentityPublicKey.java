package io.heliograph.common.crypto;

import io.heliograph.common.util.Bytes;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Somebody's long-term Ed25519 key (RFC 8032). Whether its octets are a point of the curve shows in {@link #verify}.
 *
 * <p>Immutable, thread-safe.
 */
public record IdentityPublicKey(Bytes octets) {
    public static final int KEY_BYTES = Ed25519.PUBLIC_KEY_SIZE;

    public IdentityPublicKey {
        if (octets.length() != KEY_BYTES) {
            throw new IllegalArgumentException("an identity of " + octets.length() + " bytes");
        }
    }

    /** Whether {@code signature} is exactly 64 bytes and right. Never throws, whatever the peer has sent. */
    public boolean verify(byte[] message, Bytes signature) {
        // The JDK accepts a signature with a trailing zero; a length check is the whole answer to that.
        return signature.length() == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(
                        signature.asReadOnlyArray(), 0, octets.asReadOnlyArray(), 0, message, 0, message.length);
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(octets);
    }
}
