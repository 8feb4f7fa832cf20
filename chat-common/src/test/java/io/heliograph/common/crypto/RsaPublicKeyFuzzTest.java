package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.util.Bytes;

/** Any DER: an allowed key in its one encoding, or nothing. */
class RsaPublicKeyFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void parses(byte[] spki) {
        RsaPublicKey key = RsaPublicKey.parse(Bytes.copyOf(spki));
        if (key != null) {
            assertEquals(Bytes.copyOf(spki), Bytes.copyOf(key.key().getEncoded()));
        }
    }
}
