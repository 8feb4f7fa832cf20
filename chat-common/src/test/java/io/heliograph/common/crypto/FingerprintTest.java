package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.util.Bytes;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String TEXT = "SHA256:" + "A".repeat(43);

    private final Fingerprint fingerprint = TestKeys.identity(1).publicKey().fingerprint();

    @Test
    void isTheHashOfTheIdentity() {
        byte[] identity = TestKeys.identity(1).publicKey().octets().toArray();
        String hash = Base64.getEncoder().encodeToString(Sha256.digest(identity).toArray());

        assertEquals("SHA256:" + hash.substring(0, 43), fingerprint.toString());
    }

    @Test
    void readsBothAlphabetsWithAndWithoutPadding() {
        String text = "SHA256:++//" + "A".repeat(39);

        assertEquals(text, Fingerprint.parse(text).toString());
        assertEquals(text, Fingerprint.parse(text + "=").toString());
        assertEquals(text, Fingerprint.parse("SHA256:--__" + "A".repeat(39)).toString());
        assertEquals(fingerprint, Fingerprint.parse(fingerprint.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SHA256:",
                "sha256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "MD5:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
                "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA*",
                "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
                "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=A",
                " SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void saysWhatIsWrongWithAnythingElse(String text) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Fingerprint.parse(text))
                .getMessage());

        assertTrue(message.contains("fingerprint"), message);
    }

    /** The example addresses of the proquint proposal (arXiv:0901.4016). */
    @ParameterizedTest
    @CsvSource({
        "7f000001,lusab-babad",
        "3f54dcc1,gutih-tugad",
        "3f760723,gutuk-bisog",
        "8c62c18d,mudof-sakat",
        "40ff06c8,haguz-biram",
        "801e342d,mabiv-gibot",
        "93437702,natag-lisaf"
    })
    void wordsFollowTheProquintScheme(String hex, String words) {
        byte[] digest = new byte[32];
        for (int i = 0; i < 16; i++) {
            digest[i] = Bytes.fromHex(hex).at(i % 4);
        }
        String text = Base64.getEncoder().withoutPadding().encodeToString(digest);

        assertEquals(
                String.join("-", words, words, words, words),
                Fingerprint.parse("SHA256:" + text).words());
    }

    @Test
    void equalityIsByContent() {
        assertEquals(Fingerprint.parse(TEXT), Fingerprint.parse(TEXT));
        assertEquals(Fingerprint.parse(TEXT).hashCode(), Fingerprint.parse(TEXT).hashCode());
        assertNotEquals(Fingerprint.parse(TEXT), fingerprint);
    }
}
