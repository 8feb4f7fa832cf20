package io.heliograph.server.routing;

import io.heliograph.server.session.TokenBucket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong passwords of rooms per account: five at once, then one in ten seconds. Bounded: the account that has been
 * quiet longest is forgotten first.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class GuessThrottle {
    private static final int MAX_ACCOUNTS = 10_000;
    private static final int BURST = 5;
    private static final double PER_SECOND = 0.1;

    private final Map<Long, TokenBucket> allowances = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, TokenBucket> eldest) {
            return size() > MAX_ACCOUNTS;
        }
    };

    boolean mayTry(long account, long nowNs) {
        TokenBucket allowance = allowances.get(account);
        return allowance == null || allowance.nextTokenNs(nowNs) <= nowNs;
    }

    void onFailure(long account, long nowNs) {
        allowances
                .computeIfAbsent(account, id -> new TokenBucket(BURST, PER_SECOND, nowNs))
                .tryTake(nowNs);
    }
}
