package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import org.junit.jupiter.api.Test;

class SecureRandomsTest {
    @Test
    void systemSourceDoesNotRepeatItself() {
        RandomSource random = SecureRandoms.system();

        assertNotEquals(Bytes.copyOf(random.bytes(32)), Bytes.copyOf(random.bytes(32)));
    }

    @Test
    void bridgeHandsOutWhatItsSourceDoes() {
        byte[] through = new byte[32];
        SecureRandoms.over(new SeededRandom(1)).nextBytes(through);

        assertArrayEquals(new SeededRandom(1).bytes(32), through);
    }
}
