package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The example of FIPS 180-2, appendix C.1, whole and in parts. */
class Sha512Test {
    private static final String ABC = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

    private final Sha512 sha512 = new Sha512();

    @Test
    void abcAgrees() {
        assertEquals(ABC, digest("abc"));
        assertEquals(ABC, digest("a", "", "bc"), "in parts, by the same object");
    }

    private String digest(String... parts) {
        byte[][] octets = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            octets[i] = parts[i].getBytes(StandardCharsets.US_ASCII);
        }
        return Bytes.copyOf(sha512.digest(octets)).toHex();
    }
}
