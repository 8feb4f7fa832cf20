package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.paddings.PKCS7Padding;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCipherTest {
    private static final byte[] HEADER = "header".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ENCRYPTION_KEY =
            octets("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    private static final byte[] MAC_KEY = octets("0b".repeat(32));
    private static final int PAYLOAD_HEAD = 48;

    private final RecordCipher cipher =
            new RecordCipher(SecretBytes.copyOf(ENCRYPTION_KEY), SecretBytes.copyOf(MAC_KEY));

    /** NIST SP 800-38A, F.2.5: CBC-AES256. */
    @Test
    void encryptsAsNistSays() {
        byte[] plaintext = octets("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
        byte[] iv = octets("000102030405060708090a0b0c0d0e0f");
        byte[] payload = cipher.seal(
                HEADER, plaintext, plaintext.length, target -> System.arraycopy(iv, 0, target, 0, iv.length));

        assertEquals(
                "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
                        + "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b",
                Bytes.copyOf(payload, PAYLOAD_HEAD, plaintext.length).toHex());
    }

    /** RFC 4231, cases 1 and 2. */
    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,Hi There,"
                + "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665,what do ya want for nothing?,5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    })
    void authenticatesAsTheRfcSays(String key, String message, String tag) {
        HmacSha256 mac = new HmacSha256(SecretBytes.copyOf(octets(key)));

        assertArrayEquals(
                octets(tag),
                mac.update(message.getBytes(StandardCharsets.US_ASCII)).tag());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 100, 783})
    void agreesWithAnotherImplementation(int length) throws Exception {
        byte[] plaintext = new SeededRandom(length).bytes(length);
        byte[] payload = cipher.seal(HEADER, plaintext, length, new SeededRandom(1));
        byte[] iv = Arrays.copyOfRange(payload, 32, PAYLOAD_HEAD);

        PaddedBufferedBlockCipher other =
                new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(AESEngine.newInstance()), new PKCS7Padding());
        other.init(true, new ParametersWithIV(new KeyParameter(ENCRYPTION_KEY), iv));
        byte[] ciphertext = new byte[other.getOutputSize(length)];
        int written = other.processBytes(plaintext, 0, length, ciphertext, 0);
        other.doFinal(ciphertext, written);
        assertArrayEquals(ciphertext, Arrays.copyOfRange(payload, PAYLOAD_HEAD, payload.length));
        assertArrayEquals(tag(iv, ciphertext), Arrays.copyOf(payload, 32));
    }

    @Test
    void choosesAFreshVectorEachTime() {
        SeededRandom random = new SeededRandom(1);

        assertNotEquals(
                Bytes.copyOf(cipher.seal(HEADER, new byte[16], 16, random)),
                Bytes.copyOf(cipher.seal(HEADER, new byte[16], 16, random)));
    }

    @Test
    void emptyCiphertextIsRefusedAlthoughItsTagIsRight() {
        byte[] iv = new byte[16];
        byte[] payload = Arrays.copyOf(tag(iv, new byte[0]), PAYLOAD_HEAD);

        assertEquals(
                RecordCipher.Verdict.BAD_LENGTH, cipher.open(HEADER, payload).verdict());
    }

    @Test
    void wrongPaddingUnderARightTagIsRefused() throws Exception {
        byte[] iv = new byte[16];
        Cipher raw = Cipher.getInstance("AES/CBC/NoPadding");
        raw.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(ENCRYPTION_KEY, "AES"), new IvParameterSpec(iv));
        byte[] ciphertext = raw.doFinal(new byte[16]);
        byte[] payload = Arrays.copyOf(tag(iv, ciphertext), PAYLOAD_HEAD + ciphertext.length);
        System.arraycopy(ciphertext, 0, payload, PAYLOAD_HEAD, ciphertext.length);

        RecordCipher.Opening opening = cipher.open(HEADER, payload);
        assertEquals(RecordCipher.Verdict.BAD_PADDING, opening.verdict());
        assertNull(opening.plaintext());
        // The cipher object that failed is the one that opens the next record.
        byte[] good = cipher.seal(HEADER, HEADER, HEADER.length, new SeededRandom(1));
        assertArrayEquals(HEADER, cipher.open(HEADER, good).plaintext());
    }

    private static byte[] tag(byte[] iv, byte[] ciphertext) {
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(MAC_KEY));
        mac.update(HEADER, 0, HEADER.length);
        mac.update(iv, 0, iv.length);
        mac.update(ciphertext, 0, ciphertext.length);
        byte[] tag = new byte[32];
        mac.doFinal(tag, 0);
        return tag;
    }

    private static byte[] octets(String hex) {
        return Bytes.fromHex(hex).toArray();
    }
}
