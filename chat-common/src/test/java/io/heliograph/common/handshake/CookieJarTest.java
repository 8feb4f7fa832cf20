package io.heliograph.common.handshake;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CookieJarTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final PeerAddress CLIENT = new PeerAddress(Bytes.fromHex("c0000201"), 40_000);
    private static final Bytes OURS = Bytes.copyOf(new byte[32]);

    private final CookieJar jar = new CookieJar(new SeededRandom(1), 120 * SECOND, 0);

    @Test
    void acceptsItsOwnFromTheSameClient() {
        assertTrue(jar.accepts(jar.bake(CLIENT, OURS, SECOND), CLIENT, OURS, SECOND));
    }

    @Test
    void bindsAddressPortAndRandom() {
        Bytes cookie = jar.bake(CLIENT, OURS, 0);

        assertFalse(jar.accepts(cookie, new PeerAddress(Bytes.fromHex("c0000202"), 40_000), OURS, 0));
        assertFalse(jar.accepts(cookie, new PeerAddress(CLIENT.ip(), 40_001), OURS, 0));
        assertFalse(jar.accepts(cookie, CLIENT, Bytes.fromHex("01".repeat(32)), 0));
    }

    @Test
    void everyBitFlipIsRefused() {
        Bytes cookie = jar.bake(CLIENT, OURS, 0);
        for (int bit = 0; bit < cookie.length() * Byte.SIZE; bit++) {
            byte[] flipped = cookie.toArray();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertFalse(jar.accepts(Bytes.copyOf(flipped), CLIENT, OURS, 0), "bit " + bit);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 22, 64})
    void otherLengthsAreRefused(int length) {
        assertFalse(jar.accepts(Bytes.copyOf(new byte[length]), CLIENT, OURS, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 119, 120, 239, 1000})
    void isGoodForAtLeastOnePeriodAndAtMostTwo(int bakedAtSeconds) {
        for (int ageSeconds = 0; ageSeconds <= 600; ageSeconds += 7) {
            CookieJar fresh = new CookieJar(new SeededRandom(1), 120 * SECOND, 0);
            Bytes cookie = fresh.bake(CLIENT, OURS, bakedAtSeconds * SECOND);
            boolean accepted = fresh.accepts(cookie, CLIENT, OURS, (bakedAtSeconds + ageSeconds) * SECOND);
            assertTrue(accepted || ageSeconds >= 120, "age " + ageSeconds);
            assertTrue(!accepted || ageSeconds <= 240, "age " + ageSeconds);
        }
    }

    @Test
    void anotherServersCookieIsRefused() {
        CookieJar other = new CookieJar(new SeededRandom(2), 120 * SECOND, 0);

        assertFalse(jar.accepts(other.bake(CLIENT, OURS, 0), CLIENT, OURS, 0));
    }

    @Test
    void generationsDoNotComeBackAfterTheCounterOverflows() {
        Bytes cookie = jar.bake(CLIENT, OURS, 0);
        for (int period = 1; period <= 256; period++) {
            jar.bake(CLIENT, OURS, period * 120L * SECOND);
        }

        assertFalse(jar.accepts(cookie, CLIENT, OURS, 256 * 120L * SECOND));
    }
}
