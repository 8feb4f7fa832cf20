package io.heliograph.server.routing;

/**
 * Wrong passwords of rooms per account: five at once, then one in ten seconds.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class GuessThrottle {
    private static final int BURST = 5;
    private static final double PER_SECOND = 0.1;

    private final Allowances<Long> accounts = new Allowances<>();

    boolean mayTry(long account, long nowNs) {
        return !accounts.isEmptyFor(account, nowNs);
    }

    void onFailure(long account, long nowNs) {
        accounts.take(account, BURST, PER_SECOND, nowNs);
    }
}
