package io.heliograph.common.crypto;

import io.heliograph.common.util.Bytes;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Our long-term Ed25519 key (RFC 8032).
 *
 * <p>Signing only reads it, so it may be used from several threads as long as nobody erases it.
 */
public final class IdentityKeyPair {
    public static final int SEED_BYTES = Ed25519.SECRET_KEY_SIZE;

    private final SecretBytes seed;
    private final IdentityPublicKey publicKey;

    private IdentityKeyPair(SecretBytes seed) {
        byte[] derived = new byte[IdentityPublicKey.KEY_BYTES];
        Ed25519.generatePublicKey(seed.asReadOnlyArray(), 0, derived, 0);
        this.seed = seed;
        this.publicKey = new IdentityPublicKey(Bytes.takingOver(derived));
    }

    public static IdentityKeyPair generate(RandomSource random) {
        return new IdentityKeyPair(SecretBytes.random(SEED_BYTES, random));
    }

    /** The key pair whose {@link #seed} was stored. */
    public static IdentityKeyPair fromSeed(SecretBytes seed) {
        if (seed.length() != SEED_BYTES) {
            throw new IllegalArgumentException("a seed of " + seed.length() + " bytes");
        }
        return new IdentityKeyPair(SecretBytes.copyOf(seed.asReadOnlyArray()));
    }

    /** A copy of the private key, to be stored and then erased. */
    public SecretBytes seed() {
        return SecretBytes.copyOf(seed.asReadOnlyArray());
    }

    public IdentityPublicKey publicKey() {
        return publicKey;
    }

    /** 64 bytes. */
    public Bytes sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        byte[] point = publicKey.octets().asReadOnlyArray();
        Ed25519.sign(seed.asReadOnlyArray(), 0, point, 0, message, 0, message.length, signature, 0);
        return Bytes.takingOver(signature);
    }
}
