package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.util.Bytes;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OAEP against a second implementation, and every wrong ciphertext that has tripped one of the two. */
class KeyTransportTest {
    private static final SecretBytes SECRET = SecretBytes.random(32, new SeededRandom(9));

    private final RsaKeyPair ours = TestKeys.rsa2048(0);

    static Stream<RsaKeyPair> allowedKeys() {
        return Stream.of(TestKeys.rsa2048(1), TestKeys.rsa3072(), TestKeys.rsa4096());
    }

    @ParameterizedTest
    @MethodSource("allowedKeys")
    void carriesASecret(RsaKeyPair pair) {
        Bytes wrapped = KeyTransport.wrap(pair.publicKey(), SECRET, new SeededRandom(1));

        assertEquals(pair.publicKey().modulusBytes(), wrapped.length());
        assertEquals(SECRET, KeyTransport.unwrap(pair, wrapped));
    }

    @Test
    void sameRandomWrapsTheSame() {
        Bytes once = KeyTransport.wrap(ours.publicKey(), SECRET, new SeededRandom(1));

        assertEquals(once, KeyTransport.wrap(ours.publicKey(), SECRET, new SeededRandom(1)));
        assertNotEquals(once, KeyTransport.wrap(ours.publicKey(), SECRET, new SeededRandom(2)));
    }

    @Test
    void anotherImplementationUnwrapsOurs() throws Exception {
        byte[] wrapped =
                KeyTransport.wrap(ours.publicKey(), SECRET, new SeededRandom(1)).toArray();
        OAEPEncoding other = oaep(new SHA256Digest());
        RSAPrivateKey key = ours.privateKey();
        other.init(false, new RSAKeyParameters(true, key.getModulus(), key.getPrivateExponent()));

        assertArrayEquals(SECRET.toArray(), other.processBlock(wrapped, 0, wrapped.length));
    }

    @Test
    void weUnwrapAnotherImplementations() throws Exception {
        assertEquals(SECRET, KeyTransport.unwrap(ours, wrapElsewhere(new SHA256Digest(), SECRET.toArray())));
    }

    @Test
    void maskByShaOneIsNotThisProtocol() throws Exception {
        assertNull(KeyTransport.unwrap(ours, wrapElsewhere(new SHA1Digest(), SECRET.toArray())));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33, 64})
    void secretOfAnotherLengthIsRefused(int length) throws Exception {
        assertNull(KeyTransport.unwrap(ours, wrapElsewhere(new SHA256Digest(), new byte[length])));
    }

    @Test
    void anotherLabelIsRefused() throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        PSource label = new PSource.PSpecified(new byte[] {1});
        cipher.init(
                Cipher.ENCRYPT_MODE,
                ours.publicKey().key(),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, label));

        assertNull(KeyTransport.unwrap(ours, Bytes.copyOf(cipher.doFinal(SECRET.toArray()))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 257, 512, 2000})
    void ciphertextOfAnotherLengthIsRefused(int length) {
        byte[] wrapped =
                KeyTransport.wrap(ours.publicKey(), SECRET, new SeededRandom(1)).toArray();

        assertNull(KeyTransport.unwrap(ours, Bytes.copyOf(Arrays.copyOf(wrapped, length))));
    }

    @Test
    void damagedCiphertextIsRefused() {
        byte[] wrapped =
                KeyTransport.wrap(ours.publicKey(), SECRET, new SeededRandom(1)).toArray();
        for (int at = 0; at < wrapped.length; at++) {
            byte[] damaged = wrapped.clone();
            damaged[at] ^= 1;
            assertNull(KeyTransport.unwrap(ours, Bytes.copyOf(damaged)), "octet " + at);
        }
        byte[] aboveTheModulus = new byte[wrapped.length];
        Arrays.fill(aboveTheModulus, (byte) 0xFF);
        assertNull(KeyTransport.unwrap(ours, Bytes.copyOf(aboveTheModulus)));
        assertNull(KeyTransport.unwrap(ours, Bytes.copyOf(new byte[wrapped.length])));
    }

    @Test
    void anotherKeyUnwrapsNothing() {
        Bytes wrapped = KeyTransport.wrap(ours.publicKey(), SECRET, new SeededRandom(1));

        assertNull(KeyTransport.unwrap(TestKeys.rsa2048(1), wrapped));
    }

    @Test
    void erasedKeyIsNotUsedByMistake() {
        Bytes wrapped = KeyTransport.wrap(ours.publicKey(), SECRET, new SeededRandom(1));
        ours.erase();

        assertThrows(IllegalStateException.class, () -> KeyTransport.unwrap(ours, wrapped));
    }

    private Bytes wrapElsewhere(Digest mask, byte[] content) throws Exception {
        RSAPublicKey key = ours.publicKey().key();
        OAEPEncoding other = oaep(mask);
        other.init(true, new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent()));
        return Bytes.copyOf(other.processBlock(content, 0, content.length));
    }

    private static OAEPEncoding oaep(Digest mask) {
        return new OAEPEncoding(new RSAEngine(), new SHA256Digest(), mask, new byte[0]);
    }
}
