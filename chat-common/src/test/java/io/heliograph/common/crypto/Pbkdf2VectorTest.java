package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Pbkdf2VectorTest {
    /** RFC 7914 section 11, the first half of each. */
    @Test
    void theVectorsOfTheScryptRfcAgree() {
        assertEquals("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc", derive("passwd", "salt", 1));
        assertEquals(
                "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56", derive("Password", "NaCl", 80_000));
    }

    private static String derive(String password, String salt, int iterations) {
        return HexFormat.of().formatHex(Pbkdf2.derive(password, salt.getBytes(StandardCharsets.US_ASCII), iterations));
    }
}
