package io.heliograph.common.handshake;

import io.heliograph.common.util.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A token bucket per address (protocol.md 3.5), for as many addresses as fit; the one not heard from longest makes
 * room.
 *
 * <p>A bucket that made room begins full again: whoever can spoof so many addresses is stopped by the cookie, not
 * here. Not thread-safe.
 */
final class AddressBuckets {
    private final int maxAddressCount;
    private final long intervalNs;
    private final long burstNs;
    private final Map<Bytes, Long> spentUntilNs;

    AddressBuckets(int ratePerSecond, int burstCount, int maxAddressCount) {
        this.maxAddressCount = maxAddressCount;
        this.intervalNs = TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
        this.burstNs = intervalNs * burstCount;
        this.spentUntilNs = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Bytes, Long> eldest) {
                return size() > AddressBuckets.this.maxAddressCount;
            }
        };
    }

    /** Whether the address may have one more; takes a token if so. */
    boolean tryTake(Bytes address, long nowNs) {
        // A bucket is one number: up to when its tokens are spent. It lies at most a burst ahead of the time.
        long nextSpentNs = Math.max(spentUntilNs.getOrDefault(address, nowNs), nowNs) + intervalNs;
        if (nextSpentNs - nowNs > burstNs) {
            return false;
        }
        spentUntilNs.put(address, nextSpentNs);
        return true;
    }

    int addressCount() {
        return spentUntilNs.size();
    }
}
