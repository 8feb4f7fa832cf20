package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Vectors 13 to 16 (256-bit keys) of the submission of GCM to NIST (McGrew, Viega), and what must not open. */
class AesGcmTest {
    private static final String KEY = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308";
    private static final String NONCE = "cafebabefacedbaddecaf888";
    private static final String PLAINTEXT =
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532f"
                    + "cf0e2449a6b525b16aedf5aa0de657ba637b391aafd255";
    private static final String CIPHERTEXT =
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7"
                    + "b08b1056828838c5f61e6393ba7a0abcc9f662898015ad";

    @Test
    void nothingUnderZerosAgrees() {
        checks("00".repeat(32), "00".repeat(12), "", "", "530f8afbc74536b9a963b4f1c4cb738b");
    }

    @Test
    void oneBlockUnderZerosAgrees() {
        checks(
                "00".repeat(32),
                "00".repeat(12),
                "",
                "00".repeat(16),
                "cea7403d4d606b6e074ec5d3baf39d18" + "d0d1c8a799996bf0265b98b5d48ab919");
    }

    @Test
    void fourBlocksAgree() {
        checks(KEY, NONCE, "", PLAINTEXT, CIPHERTEXT + "b094dac5d93471bdec1a502270e3cc6c");
    }

    @Test
    void additionalDataAgree() {
        checks(
                KEY,
                NONCE,
                "feedfacedeadbeeffeedfacedeadbeefabaddad2",
                PLAINTEXT.substring(0, 120),
                CIPHERTEXT.substring(0, 120) + "76fc6ece0f4e1768cddf8853bb2d551b");
    }

    @Test
    void everyFlippedBitIsRefused() {
        AesGcm gcm = new AesGcm(secret(KEY));
        byte[] aad = "aad".getBytes(StandardCharsets.US_ASCII);
        byte[] plaintext = hex(PLAINTEXT);
        byte[] sealed = gcm.seal(hex(NONCE), aad, plaintext);

        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] forged = sealed.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertNull(gcm.open(hex(NONCE), aad, forged), "bit " + bit);
        }
        assertArrayEquals(plaintext, gcm.open(hex(NONCE), aad, sealed));
    }

    @Test
    void whatIsShorterThanATagIsRefused() {
        AesGcm gcm = new AesGcm(secret(KEY));

        for (int length = 0; length < AesGcm.TAG_BYTES; length++) {
            assertNull(gcm.open(hex(NONCE), new byte[0], new byte[length]));
        }
    }

    @Test
    void theSameIsSealedAgainAlike() {
        AesGcm gcm = new AesGcm(secret(KEY));

        assertArrayEquals(
                gcm.seal(hex(NONCE), new byte[0], hex(PLAINTEXT)), gcm.seal(hex(NONCE), new byte[0], hex(PLAINTEXT)));
    }

    private static void checks(String key, String nonce, String aad, String plaintext, String sealed) {
        AesGcm gcm = new AesGcm(secret(key));

        assertEquals(sealed, HexFormat.of().formatHex(gcm.seal(hex(nonce), hex(aad), hex(plaintext))));
        assertArrayEquals(hex(plaintext), gcm.open(hex(nonce), hex(aad), hex(sealed)));
    }

    private static SecretBytes secret(String hex) {
        return SecretBytes.copyOf(hex(hex));
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
