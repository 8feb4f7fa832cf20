package io.heliograph.common.testing;

import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RsaKeyPair;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Keys made long ago: making RSA keys in every test is how suites become slow. They protect nothing. */
public final class TestKeys {
    /** How many keys of 2048 bits there are. */
    public static final int RSA_2048_COUNT = 4;

    private TestKeys() {}

    /** An RSA key pair of 2048 bits, a new object each time since whoever uses it erases it. */
    public static RsaKeyPair rsa2048(int index) {
        return RsaKeyPair.fromPkcs8(pkcs8("rsa-2048-" + Math.floorMod(index, RSA_2048_COUNT)));
    }

    public static RsaKeyPair rsa3072() {
        return RsaKeyPair.fromPkcs8(pkcs8("rsa-3072-0"));
    }

    public static RsaKeyPair rsa4096() {
        return RsaKeyPair.fromPkcs8(pkcs8("rsa-4096-0"));
    }

    /** The private key of {@link #rsa2048}, PKCS#8. */
    public static SecretBytes rsa2048Pkcs8(int index) {
        return pkcs8("rsa-2048-" + Math.floorMod(index, RSA_2048_COUNT));
    }

    /** The keys of a client's attempt; different seeds give different randoms and X25519 keys. */
    public static ClientHandshakeKeys client(long seed) {
        return ClientHandshakeKeys.of(rsa2048((int) seed), new SeededRandom(seed));
    }

    public static IdentityKeyPair identity(long seed) {
        return IdentityKeyPair.generate(new SeededRandom(~seed));
    }

    private static SecretBytes pkcs8(String name) {
        try (InputStream in = TestKeys.class.getResourceAsStream(name + ".b64")) {
            if (in == null) {
                throw new IllegalStateException("no test key " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return SecretBytes.copyOf(Base64.getMimeDecoder().decode(text));
        } catch (IOException e) {
            throw new UncheckedIOException("test key " + name, e);
        }
    }
}
