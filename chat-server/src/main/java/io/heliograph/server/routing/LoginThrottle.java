package io.heliograph.server.routing;

import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import io.heliograph.server.session.TokenBucket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Failed logins per name and address, and per address alone (protocol.md 7.1). Bounded: what has been quiet longest is
 * forgotten first. Names count by what they look like, so that variants of one share its allowance.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class LoginThrottle {
    private static final double SECONDS_PER_MINUTE = 60;

    private final Directory directory;
    private final Allowances<Pair> pairs = new Allowances<>();
    private final Allowances<Bytes> addresses = new Allowances<>();
    private long failureCount;

    LoginThrottle(Directory directory) {
        this.directory = directory;
    }

    private record Pair(String skeleton, Bytes address) {}

    /** The failures that are left; absent: all of them. */
    private static final class Allowances<K> extends LinkedHashMap<K, TokenBucket> {
        private static final long serialVersionUID = 1L;
        private static final int MAX_KEYS = 10_000;

        Allowances() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, TokenBucket> eldest) {
            return size() > MAX_KEYS;
        }

        boolean isEmptyFor(K key, long nowNs) {
            TokenBucket left = get(key);
            return left != null && left.nextTokenNs(nowNs) > nowNs;
        }

        void take(K key, int perMinute, long nowNs) {
            computeIfAbsent(key, unused -> new TokenBucket(perMinute, perMinute / SECONDS_PER_MINUTE, nowNs))
                    .tryTake(nowNs);
        }
    }

    boolean mayTry(String name, PeerAddress from, long nowNs) {
        return !pairs.isEmptyFor(pairOf(name, from), nowNs) && !addresses.isEmptyFor(from.limitKey(), nowNs);
    }

    /** True if with this failure the next try is too many. */
    boolean onFailure(String name, PeerAddress from, long nowNs) {
        failureCount++;
        RelayConfig.Limits limits = directory.config().limits();
        pairs.take(pairOf(name, from), limits.failuresPerMinute(), nowNs);
        addresses.take(from.limitKey(), limits.failuresPerAddress(), nowNs);
        return !mayTry(name, from, nowNs);
    }

    /** Failures of which others could be guesses, since the start. */
    long failureCount() {
        return failureCount;
    }

    private static Pair pairOf(String name, PeerAddress from) {
        return new Pair(Skeleton.of(name), from.limitKey());
    }
}
