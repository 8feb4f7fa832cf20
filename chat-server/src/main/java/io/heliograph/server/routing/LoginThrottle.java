package io.heliograph.server.routing;

import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;

/**
 * Failed logins per name and address, and per address alone (protocol.md 7.1). Names count by what they look like, so
 * that variants of one share its allowance.
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

    boolean mayTry(String name, PeerAddress from, long nowNs) {
        return !pairs.isEmptyFor(pairOf(name, from), nowNs) && !addresses.isEmptyFor(from.limitKey(), nowNs);
    }

    /** True if with this failure the next try is too many. */
    boolean onFailure(String name, PeerAddress from, long nowNs) {
        failureCount++;
        RelayConfig.Limits limits = directory.config().limits();
        take(pairs, pairOf(name, from), limits.failuresPerMinute(), nowNs);
        take(addresses, from.limitKey(), limits.failuresPerAddress(), nowNs);
        return !mayTry(name, from, nowNs);
    }

    /** Failures of which others could be guesses, since the start. */
    long failureCount() {
        return failureCount;
    }

    private static <K> void take(Allowances<K> left, K key, int perMinute, long nowNs) {
        left.take(key, perMinute, perMinute / SECONDS_PER_MINUTE, nowNs);
    }

    private static Pair pairOf(String name, PeerAddress from) {
        return new Pair(Skeleton.of(name), from.limitKey());
    }
}
