package io.heliograph.common.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device leaves and comes back by its passphrase alone. */
class ExportedIdentityTest {
    private static final SecretBytes SEED = SecretBytes.random(32, new SeededRandom(1));
    private static final SecretBytes PASSPHRASE = secret("correct horse");
    private static final ExportedIdentity ANN = new ExportedIdentity("chat.example.org", 12_345, "ann", SEED, 7);
    private static final String TEXT = ANN.seal(PASSPHRASE, new SeededRandom(2));

    @Test
    void opensByItsPassphraseAlone() {
        assertEquals(ANN, ExportedIdentity.open(TEXT, PASSPHRASE));
        assertNull(ExportedIdentity.open(TEXT, secret("correct horsf")));
    }

    @Test
    void isTextThatSurvivesEditors() {
        assertTrue(TEXT.startsWith("HELIOGRAPH IDENTITY 1\n"));
        assertTrue(TEXT.lines().allMatch(line -> line.length() <= 64));
        assertEquals(ANN, ExportedIdentity.open(TEXT.strip().replace("\n", "\r\n"), PASSPHRASE));
    }

    @Test
    void isSealedAfreshEachTime() {
        SeededRandom random = new SeededRandom(3);

        assertNotEquals(ANN.seal(PASSPHRASE, random), ANN.seal(PASSPHRASE, random));
    }

    /** Salt, nonce, ciphertext and tag; every bit of the rest is AES-GCM's and tested there. */
    @ParameterizedTest
    @ValueSource(ints = {0, 16, 28, 90})
    void aChangedOctetIsRefused(int at) {
        String encoded = TEXT.substring(TEXT.indexOf('\n')).replace("\n", "");
        byte[] octets = Base64.getDecoder().decode(encoded);
        octets[at] ^= 1;
        String forged = "HELIOGRAPH IDENTITY 1\n" + Base64.getEncoder().encodeToString(octets) + "\n";

        assertNull(ExportedIdentity.open(forged, PASSPHRASE));
    }

    @Test
    void whatIsNoneIsRefused() {
        String body = TEXT.substring(TEXT.indexOf('\n'));
        for (String text : new String[] {
            "",
            "HELIOGRAPH IDENTITY 1",
            "HELIOGRAPH IDENTITY 1\n",
            "HELIOGRAPH IDENTITY 1" + body.substring(1),
            "HELIOGRAPH IDENTITY 2" + body,
            "HELIOGRAPH IDENTITY 1\n" + "%%%%",
            "HELIOGRAPH IDENTITY 1\n" + "AAAA",
            "HELIOGRAPH IDENTITY 1\n" + "A".repeat(10_000),
            body
        }) {
            assertNull(ExportedIdentity.open(text, PASSPHRASE), text.length() + " characters");
        }
    }

    @Test
    void neverPrintsItsSeed() {
        String hex = Bytes.copyOf(SEED.toArray()).toHex();

        assertFalse(ANN.toString().contains(hex));
        assertEquals("ExportedIdentity[ann at chat.example.org:12345]", ANN.toString());
    }

    @Test
    void hasItsBounds() {
        assertThrows(IllegalArgumentException.class, () -> new ExportedIdentity("", 1, "ann", SEED, 0));
        assertThrows(IllegalArgumentException.class, () -> new ExportedIdentity("h", 0, "ann", SEED, 0));
        assertThrows(IllegalArgumentException.class, () -> new ExportedIdentity("h", 65_536, "ann", SEED, 0));
        assertThrows(IllegalArgumentException.class, () -> new ExportedIdentity("h", 1, "", SEED, 0));
        assertThrows(IllegalArgumentException.class, () -> new ExportedIdentity("h", 1, "ann", PASSPHRASE, 0));
        assertThrows(IllegalArgumentException.class, () -> new ExportedIdentity("h", 1, "ann", SEED, -1));
    }

    private static SecretBytes secret(String text) {
        return SecretBytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }
}
