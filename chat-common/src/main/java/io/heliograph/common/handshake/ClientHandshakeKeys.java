package io.heliograph.common.handshake;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.RsaKeyPair;
import io.heliograph.common.crypto.X25519KeyPair;
import io.heliograph.common.packet.Limits;
import io.heliograph.common.util.Bytes;

/**
 * The client's fresh keys of one connection attempt (protocol.md 3.1). Made off the loop, used once, erased when
 * the attempt ends.
 *
 * <p>Not thread-safe; handed from thread to thread.
 */
public final class ClientHandshakeKeys {
    private final RsaKeyPair rsa;
    private final X25519KeyPair x25519;
    private final Bytes random;

    private ClientHandshakeKeys(RsaKeyPair rsa, X25519KeyPair x25519, Bytes random) {
        this.rsa = rsa;
        this.x25519 = x25519;
        this.random = random;
    }

    /** Slow, see {@link RsaKeyPair#generate}. */
    public static ClientHandshakeKeys generate(int rsaBits, RandomSource random) {
        return of(RsaKeyPair.generate(rsaBits), random);
    }

    /** With an RSA key that was made before; it must serve for one attempt only. */
    public static ClientHandshakeKeys of(RsaKeyPair rsa, RandomSource random) {
        X25519KeyPair x25519 = X25519KeyPair.generate(random);
        return new ClientHandshakeKeys(rsa, x25519, Bytes.takingOver(random.bytes(Limits.RANDOM_BYTES)));
    }

    RsaKeyPair rsa() {
        return rsa;
    }

    X25519KeyPair x25519() {
        return x25519;
    }

    Bytes random() {
        return random;
    }

    void erase() {
        rsa.erase();
        x25519.erase();
    }
}
