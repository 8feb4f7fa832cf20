package io.heliograph.common.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AddressBucketsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AddressBuckets buckets = new AddressBuckets(50, 200, 1000);

    @Test
    void letsABurstThroughThenTheRate() {
        assertEquals(200, taken(address(1), 1000, 0));
        assertEquals(0, taken(address(1), 10, 0));
        assertEquals(50, taken(address(1), 1000, SECOND));
        assertEquals(200, taken(address(1), 1000, 100 * SECOND));
    }

    @Test
    void addressesHaveBucketsOfTheirOwn() {
        taken(address(1), 1000, 0);

        assertEquals(200, taken(address(2), 1000, 0));
    }

    @Test
    void neighboursInAnIpv6NetworkShareOne() {
        PeerAddress one = new PeerAddress(Bytes.fromHex("20010db8000000010000000000000001"), 1);
        PeerAddress neighbour = new PeerAddress(Bytes.fromHex("20010db80000000100000000ffffffff"), 2);
        PeerAddress stranger = new PeerAddress(Bytes.fromHex("20010db8000000020000000000000001"), 1);
        taken(one.limitKey(), 1000, 0);

        assertFalse(buckets.tryTake(neighbour.limitKey(), 0));
        assertTrue(buckets.tryTake(stranger.limitKey(), 0));
    }

    @Test
    void tableStaysBounded() {
        for (int i = 0; i < 100_000; i++) {
            buckets.tryTake(address(i), 0);
        }

        assertEquals(1000, buckets.addressCount());
    }

    @Test
    void busyAddressIsNotForgottenForItsNeighbours() {
        taken(address(-1), 1000, 0);
        for (int i = 0; i < 10_000; i++) {
            buckets.tryTake(address(i), 0);
            assertFalse(buckets.tryTake(address(-1), 0));
        }
    }

    private int taken(Bytes address, int tries, long nowNs) {
        int count = 0;
        for (int i = 0; i < tries; i++) {
            count += buckets.tryTake(address, nowNs) ? 1 : 0;
        }
        return count;
    }

    private static Bytes address(int number) {
        return Bytes.copyOf(ByteBuffer.allocate(4).putInt(number).array());
    }
}
