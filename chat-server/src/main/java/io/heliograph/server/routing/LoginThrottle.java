package io.heliograph.server.routing;

import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import io.heliograph.server.session.TokenBucket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Failed logins per name and address (DESIGN 4.4). Bounded: the pair that has been quiet longest is forgotten
 * first.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class LoginThrottle {
    private static final int MAX_PAIRS = 10_000;
    private static final double SECONDS_PER_MINUTE = 60;

    private final int failuresPerMinute;
    private final Map<Key, TokenBucket> allowances = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TokenBucket> eldest) {
            return size() > MAX_PAIRS;
        }
    };

    LoginThrottle(int failuresPerMinute) {
        this.failuresPerMinute = failuresPerMinute;
    }

    private record Key(String name, Bytes address) {}

    boolean mayTry(String name, PeerAddress from, long nowNs) {
        TokenBucket allowance = allowances.get(keyOf(name, from));
        return allowance == null || allowance.nextTokenNs(nowNs) <= nowNs;
    }

    void onFailure(String name, PeerAddress from, long nowNs) {
        allowances
                .computeIfAbsent(
                        keyOf(name, from),
                        key -> new TokenBucket(failuresPerMinute, failuresPerMinute / SECONDS_PER_MINUTE, nowNs))
                .tryTake(nowNs);
    }

    private static Key keyOf(String name, PeerAddress from) {
        return new Key(Skeleton.of(name), from.limitKey());
    }
}
