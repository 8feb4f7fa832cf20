package io.heliograph.server.routing;

import io.heliograph.server.session.TokenBucket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much is left to each key, an account or an address, of failures or of something else that is rationed; absent:
 * all
 * of it. Bounded: what has been quiet longest is forgotten first.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Allowances<K> {
    private static final int MAX_KEYS = 10_000;

    private final Map<K, TokenBucket> left = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, TokenBucket> eldest) {
            return size() > MAX_KEYS;
        }
    };

    boolean isEmptyFor(K key, long nowNs) {
        TokenBucket allowance = left.get(key);
        return allowance != null && allowance.nextTokenNs(nowNs) > nowNs;
    }

    /** One less; a key that is new here has {@code burst}, and gets {@code perSecond} back. */
    void take(K key, int burst, double perSecond, long nowNs) {
        bucketOf(key, burst, perSecond, nowNs).tryTake(nowNs);
    }

    /** The key's own bucket; a key that is new here has a full one. */
    TokenBucket bucketOf(K key, int burst, double perSecond, long nowNs) {
        return left.computeIfAbsent(key, unused -> new TokenBucket(burst, perSecond, nowNs));
    }
}
