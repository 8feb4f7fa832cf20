package io.heliograph.server.session;

import java.util.concurrent.TimeUnit;

/**
 * Allows a burst, then a steady rate.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class TokenBucket {
    private static final double NS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final double burst;
    private final double perNs;
    private double tokens;
    private long updatedNs;

    /** A full bucket of {@code burst} tokens that gains {@code perSecond} a second. */
    public TokenBucket(int burst, double perSecond, long nowNs) {
        this.burst = burst;
        this.perNs = perSecond / NS_PER_SECOND;
        this.tokens = burst;
        this.updatedNs = nowNs;
    }

    /** Takes a token if there is one. */
    public boolean tryTake(long nowNs) {
        return tryTake(1, nowNs);
    }

    /** Takes {@code count} tokens if there are as many; at most the burst. */
    public boolean tryTake(int count, long nowNs) {
        refill(nowNs);
        if (tokens < count) {
            return false;
        }
        tokens -= count;
        return true;
    }

    /** When the next token will be there; {@code nowNs} if one is. */
    public long nextTokenNs(long nowNs) {
        return whenNs(1, nowNs);
    }

    /** When there will be {@code count} tokens; {@code nowNs} if there are. */
    public long whenNs(int count, long nowNs) {
        refill(nowNs);
        return tokens >= count ? nowNs : nowNs + (long) Math.ceil((count - tokens) / perNs);
    }

    private void refill(long nowNs) {
        tokens = Math.min(burst, tokens + (nowNs - updatedNs) * perNs);
        updatedNs = nowNs;
    }
}
