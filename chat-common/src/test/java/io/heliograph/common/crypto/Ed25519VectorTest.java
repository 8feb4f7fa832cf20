package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.util.Bytes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8032, section 7.1, and what must not pass for a signature. */
class Ed25519VectorTest {
    private static final byte[] MESSAGE = {1, 2, 3};

    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a"
    })
    void signsAsTheRfcSays(String seed, String publicKey, String message, String signature) {
        IdentityKeyPair pair =
                IdentityKeyPair.fromSeed(SecretBytes.copyOf(Bytes.fromHex(seed).toArray()));
        byte[] octets = Bytes.fromHex(message).toArray();

        assertEquals(publicKey, pair.publicKey().octets().toHex());
        assertEquals(signature, pair.sign(octets).toHex());
        assertTrue(pair.publicKey().verify(octets, Bytes.fromHex(signature)));
    }

    @Test
    void everyBitFlipOfASignatureIsRefused() {
        IdentityKeyPair pair = TestKeys.identity(1);
        byte[] signature = pair.sign(MESSAGE).toArray();
        for (int bit = 0; bit < signature.length * Byte.SIZE; bit++) {
            byte[] flipped = signature.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertFalse(pair.publicKey().verify(MESSAGE, Bytes.copyOf(flipped)), "bit " + bit);
        }
    }

    @Test
    void signatureHasExactlySixtyFourBytes() {
        IdentityKeyPair pair = TestKeys.identity(1);
        byte[] signature = pair.sign(MESSAGE).toArray();

        assertFalse(pair.publicKey().verify(MESSAGE, Bytes.copyOf(Arrays.copyOf(signature, 65))));
        assertFalse(pair.publicKey().verify(MESSAGE, Bytes.copyOf(Arrays.copyOf(signature, 63))));
        assertFalse(pair.publicKey().verify(MESSAGE, Bytes.EMPTY));
    }

    @Test
    void keyThatIsNoPointVerifiesNothing() {
        byte[] noPoint = new byte[32];
        Arrays.fill(noPoint, (byte) 0xFF);
        Bytes signature = TestKeys.identity(1).sign(MESSAGE);

        assertFalse(new IdentityPublicKey(Bytes.copyOf(noPoint)).verify(MESSAGE, signature));
    }

    @Test
    void seedBringsTheKeyBack() {
        IdentityKeyPair pair = TestKeys.identity(2);

        assertEquals(pair.publicKey(), IdentityKeyPair.fromSeed(pair.seed()).publicKey());
        SecretBytes tooShort = SecretBytes.copyOf(new byte[31]);
        assertThrows(IllegalArgumentException.class, () -> IdentityKeyPair.fromSeed(tooShort));
    }
}
