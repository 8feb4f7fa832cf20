package io.heliograph.common.crypto;

import io.heliograph.common.util.Bytes;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.jspecify.annotations.Nullable;

/** An X25519 key pair (RFC 7748) of one handshake, key change or prekey. Not thread-safe. */
public final class X25519KeyPair {
    public static final int KEY_BYTES = 32;

    private final SecretBytes privateKey;
    private final Bytes publicKey;

    private X25519KeyPair(SecretBytes privateKey) {
        byte[] derived = new byte[KEY_BYTES];
        X25519.generatePublicKey(privateKey.asReadOnlyArray(), 0, derived, 0);
        this.privateKey = privateKey;
        this.publicKey = Bytes.takingOver(derived);
    }

    public static X25519KeyPair generate(RandomSource random) {
        return new X25519KeyPair(SecretBytes.random(KEY_BYTES, random));
    }

    /** Any 32 octets are a private key; the algorithm clamps them itself. */
    public static X25519KeyPair fromPrivate(SecretBytes privateKey) {
        if (privateKey.length() != KEY_BYTES) {
            throw new IllegalArgumentException("a private key of " + privateKey.length() + " bytes");
        }
        return new X25519KeyPair(SecretBytes.copyOf(privateKey.asReadOnlyArray()));
    }

    /** A copy of the private key, to be stored and then erased. */
    public SecretBytes privateKey() {
        return SecretBytes.copyOf(privateKey.asReadOnlyArray());
    }

    public Bytes publicKey() {
        return publicKey;
    }

    /** Whether {@code publicKey} makes secrets at all: 32 bytes, and not of low order. */
    public static boolean isContributory(Bytes publicKey) {
        if (publicKey.length() != KEY_BYTES) {
            return false;
        }
        // Private keys are multiples of the cofactor, so a point of low order is zero under any one of them.
        byte[] any = new byte[KEY_BYTES];
        return X25519.calculateAgreement(any, 0, publicKey.asReadOnlyArray(), 0, new byte[KEY_BYTES], 0);
    }

    /**
     * The shared secret; null if the peer's key is not 32 bytes or of low order, which makes a secret that
     * everybody knows.
     */
    public @Nullable SecretBytes agree(Bytes peerPublic) {
        if (peerPublic.length() != KEY_BYTES) {
            return null;
        }
        byte[] shared = new byte[KEY_BYTES];
        // RFC 7748, section 6.1: false for an all-zero result.
        boolean contributory =
                X25519.calculateAgreement(privateKey.asReadOnlyArray(), 0, peerPublic.asReadOnlyArray(), 0, shared, 0);
        return contributory ? SecretBytes.takingOver(shared) : null;
    }

    public void erase() {
        privateKey.erase();
    }
}
