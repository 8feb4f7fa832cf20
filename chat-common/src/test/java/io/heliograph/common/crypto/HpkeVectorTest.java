package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.heliograph.common.util.Bytes;
import org.junit.jupiter.api.Test;

/**
 * The vector of the CFRG for this very suite, which RFC 9180 refers to (github.com/cfrg/draft-irtf-cfrg-hpke,
 * test-vectors.json of commit 5f503c5: mode 0, kem 0x0020, kdf 0x0001, aead 0x0002, first encryption).
 */
class HpkeVectorTest {
    private static final byte[] INFO = hex("4f6465206f6e2061204772656369616e2055726e");
    private static final byte[] AAD = hex("436f756e742d30");
    private static final byte[] PLAINTEXT = hex("4265617574792069732074727574682c20747275746820626561757479");
    private static final byte[] EPHEMERAL = hex("179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11");
    private static final Bytes RECIPIENT =
            Bytes.fromHex("430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c");
    private static final String SEALED = "6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256"
            + "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a";

    private final X25519KeyPair recipient = X25519KeyPair.fromPrivate(
            SecretBytes.copyOf(hex("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d")));

    @Test
    void theVectorIsSealed() {
        RandomSource ephemeral = target -> System.arraycopy(EPHEMERAL, 0, target, 0, target.length);

        assertEquals(RECIPIENT, recipient.publicKey());
        assertEquals(
                SEALED,
                Bytes.copyOf(Hpke.seal(RECIPIENT, INFO, AAD, PLAINTEXT, ephemeral))
                        .toHex());
    }

    @Test
    void theVectorIsOpened() {
        assertArrayEquals(PLAINTEXT, Hpke.open(recipient, INFO, AAD, hex(SEALED)));
    }

    @Test
    void everyFlippedBitIsRefused() {
        for (int bit = 0; bit < 4 * SEALED.length(); bit++) {
            byte[] forged = hex(SEALED);
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            // RFC 7748 ignores the highest bit of a public key, but the key schedule does not.
            assertNull(Hpke.open(recipient, INFO, AAD, forged), "bit " + bit);
        }
    }

    @Test
    void anotherPlaceIsRefused() {
        assertNull(Hpke.open(recipient, AAD, AAD, hex(SEALED)));
        assertNull(Hpke.open(recipient, INFO, INFO, hex(SEALED)));
        assertNull(Hpke.open(X25519KeyPair.fromPrivate(SecretBytes.copyOf(EPHEMERAL)), INFO, AAD, hex(SEALED)));
    }

    @Test
    void whatIsTooShortIsRefused() {
        for (int length = 0; length < Hpke.ENC_BYTES + AesGcm.TAG_BYTES; length++) {
            assertNull(Hpke.open(recipient, INFO, AAD, new byte[length]));
        }
    }

    @Test
    void aPointOfLowOrderMakesNoSecret() {
        byte[] sealed = new byte[64];
        Bytes zero = Bytes.takingOver(new byte[32]);

        assertNull(Hpke.open(recipient, INFO, AAD, sealed));
        assertThrows(IllegalArgumentException.class, () -> Hpke.seal(zero, INFO, AAD, PLAINTEXT, target -> {}));
        assertNotNull(Hpke.seal(RECIPIENT, INFO, AAD, PLAINTEXT, target -> {}));
    }

    private static byte[] hex(String hex) {
        return Bytes.fromHex(hex).toArray();
    }
}
