package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.util.Bytes;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RsaPublicKeyTest {
    private final Bytes spki = TestKeys.rsa2048(0).publicKey().spki();

    @Test
    void readsWhatItWrites() {
        for (RsaKeyPair pair : new RsaKeyPair[] {TestKeys.rsa2048(0), TestKeys.rsa3072(), TestKeys.rsa4096()}) {
            RsaPublicKey read = RsaPublicKey.parse(pair.publicKey().spki());
            assertNotNull(read);
            assertEquals(pair.publicKey().modulusBytes(), read.modulusBytes());
            assertTrue(read.spki().length() <= RsaPublicKey.MAX_SPKI_BYTES);
        }
    }

    @Test
    void freshKeyIsAllowed() {
        RsaKeyPair fresh = RsaKeyPair.generate(2048);

        assertNotNull(RsaPublicKey.parse(fresh.publicKey().spki()));
    }

    @ParameterizedTest
    @CsvSource({"1024,65537", "2047,65537", "4097,65537", "2048,3", "2048,65539", "2048,1"})
    void otherSizesAndExponentsAreRefused(int bits, long exponent) throws Exception {
        BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE);

        assertNull(parse(modulus, exponent));
    }

    @Test
    void evenModulusIsRefused() throws Exception {
        assertNull(parse(BigInteger.ONE.shiftLeft(2047), 65_537));
    }

    @Test
    void otherSpellingsOfAKeyAreRefused() {
        byte[] octets = spki.toArray();

        assertNull(RsaPublicKey.parse(Bytes.copyOf(Arrays.copyOf(octets, octets.length + 1))));
        assertNull(RsaPublicKey.parse(Bytes.copyOf(Arrays.copyOf(octets, octets.length - 1))));
        assertNull(RsaPublicKey.parse(Bytes.EMPTY));
        assertNull(RsaPublicKey.parse(Bytes.copyOf(new byte[RsaPublicKey.MAX_SPKI_BYTES + 1])));
    }

    @Test
    void damagedKeysNeverThrow() {
        SeededRandom random = new SeededRandom(1);
        byte[] octets = spki.toArray();
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = octets.clone();
            // Mostly in the DER around the numbers, where parsers break.
            int at = random.isWithin(80) ? random.nextInt(40) : random.nextInt(octets.length);
            damaged[at] = (byte) random.nextInt(256);
            RsaPublicKey read = RsaPublicKey.parse(Bytes.copyOf(damaged));
            assertTrue(read == null || read.modulusBytes() >= 256);
        }
    }

    private static @Nullable RsaPublicKey parse(BigInteger modulus, long exponent) throws Exception {
        RSAPublicKeySpec spec = new RSAPublicKeySpec(modulus, BigInteger.valueOf(exponent));
        try {
            return RsaPublicKey.parse(Bytes.copyOf(
                    KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded()));
        } catch (InvalidKeySpecException e) {
            return null;
        }
    }
}
