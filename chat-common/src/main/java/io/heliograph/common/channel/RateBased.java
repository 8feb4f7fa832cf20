package io.heliograph.common.channel;

import java.util.concurrent.TimeUnit;

/**
 * Sends at the rate at which the peer receives (after BBR, draft-cardwell-iccrg-bbr-congestion-control): the largest
 * delivery rate of ten rounds, and in flight twice what that needs in the smallest round trip. Loss alone does not slow
 * it down, because a radio loses without being full; loss together with a round trip that has grown does, so that a TCP
 * flow in the same queue gets its share.
 *
 * <pre>
 *   STARTUP --rate stops growing--> DRAIN --queue is empty--> CRUISE (one round faster, one slower, six even)
 *                                                               |  ^
 *                                      10 s without a new minimum  |  200 ms
 *                                                               v  |
 *                                                              PROBE_RTT
 * </pre>
 *
 * <p>Not thread-safe.
 */
public final class RateBased implements CongestionController {
    private static final long MIN_WINDOW_BYTES = 4L * DATAGRAM_BYTES;
    private static final long QUANTUM_BYTES = 10L * DATAGRAM_BYTES;
    private static final long NS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MIN_RTT_WINDOW_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long PROBE_RTT_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int RATE_WINDOW_ROUNDS = 10;

    /** 2/ln 2: the smallest gain that doubles the rate each round. */
    private static final double STARTUP_GAIN = 2.885;

    private static final double WINDOW_GAIN = 2.0;
    private static final double PROBE_RTT_GAIN = 0.5;
    private static final double[] CRUISE_GAINS = {1.25, 0.75, 1, 1, 1, 1, 1, 1};
    private static final double STARTUP_GROWTH = 1.25;
    private static final int STARTUP_FULL_ROUNDS = 3;

    /** Loss of a round above which a grown round trip means congestion. */
    private static final double CONGESTED_LOSS = 0.01;

    private static final double LOSS_WEIGHT = 0.25;
    private static final double MAX_RANDOM_LOSS = 0.5;
    private static final int GENTLE_ROUNDS = 40;
    private static final double GROWN_RTT = 1.15;
    private static final double BACK_OFF = 0.7;
    private static final long GROWN_RTT_MIN_NS = TimeUnit.MILLISECONDS.toNanos(2);

    private enum State {
        STARTUP,
        DRAIN,
        CRUISE,
        PROBE_RTT
    }

    private final WindowedMax rate = new WindowedMax(RATE_WINDOW_ROUNDS);
    private State state = State.STARTUP;
    private long windowBytes = INITIAL_WINDOW_BYTES;
    private long capBytes = Long.MAX_VALUE;
    private long minRttNs;
    private long minRttAtNs;
    private long stateSinceNs;
    private int cruisePhase;

    private long roundCount;
    private long roundEndBytes;
    private long roundLostBytes;
    private long roundStartBytes;
    private long roundRttSumNs;
    private long roundRttCount;
    private int roundsSinceBackOff;
    private boolean wasAppLimited;

    private long fullRate;
    private int fullRounds;
    private int idleRounds;
    private double randomLoss;

    @Override
    public void onSent(long bytes, long inFlightBytes, long nowNs) {}

    @Override
    public void onAcked(AckSample sample, long nowNs) {
        updateMinRtt(sample, nowNs);
        boolean isRoundStart = sample.deliveredBefore() >= roundEndBytes;
        if (isRoundStart) {
            roundCount++;
            roundEndBytes = sample.delivered();
        }
        boolean tells = !sample.isAppLimited() || sample.bytesPerSecond() >= rate.best();
        if (sample.bytesPerSecond() > 0 && tells) {
            rate.update(sample.bytesPerSecond(), roundCount);
        }
        wasAppLimited = sample.isAppLimited();
        if (isRoundStart) {
            onRoundEnd(sample, nowNs);
        }
        updateState(sample, nowNs);
        updateWindow(sample);
    }

    @Override
    public void onLost(long bytes, long inFlightBytes, long newestSentNs, long nowNs) {
        roundLostBytes += bytes;
    }

    @Override
    public void onPersistentCongestion(long nowNs) {
        rate.reset();
        enter(State.STARTUP, nowNs);
        windowBytes = MIN_WINDOW_BYTES;
        fullRate = 0;
        fullRounds = 0;
        capBytes = Long.MAX_VALUE;
    }

    @Override
    public void onPathChanged(long nowNs) {
        onPersistentCongestion(nowNs);
        windowBytes = INITIAL_WINDOW_BYTES;
        minRttNs = 0;
    }

    @Override
    public long windowBytes() {
        if (state == State.PROBE_RTT) {
            return Math.min(windowBytes, Math.max(MIN_WINDOW_BYTES, productBytes(PROBE_RTT_GAIN)));
        }
        return windowBytes;
    }

    @Override
    public long pacingBytesPerSecond() {
        if (rate.best() == 0) {
            return 0;
        }
        // Never slower than the smallest window in a round trip: a sample of a thin stream says nothing.
        double floor = minRttNs == 0 ? DATAGRAM_BYTES : (double) MIN_WINDOW_BYTES * NS_PER_SECOND / minRttNs;
        return (long) Math.max(floor, gain() * rate.best() / (1 - randomLoss));
    }

    private double gain() {
        return switch (state) {
            case STARTUP -> STARTUP_GAIN;
            case DRAIN -> 1 / STARTUP_GAIN;
            case CRUISE -> CRUISE_GAINS[cruisePhase];
            case PROBE_RTT -> 1;
        };
    }

    private void updateMinRtt(AckSample sample, long nowNs) {
        if (sample.rttNs() == 0) {
            return;
        }
        roundRttSumNs += sample.rttNs();
        roundRttCount++;
        boolean isProbed = state == State.PROBE_RTT && nowNs - stateSinceNs > PROBE_RTT_NS;
        if (minRttNs == 0 || sample.rttNs() <= minRttNs || isProbed) {
            minRttNs = sample.rttNs();
            minRttAtNs = nowNs;
        }
    }

    private void onRoundEnd(AckSample sample, long nowNs) {
        long deliveredBytes = sample.delivered() - roundStartBytes;
        updateRandomLoss(deliveredBytes);
        boolean isLossy = roundLostBytes > CONGESTED_LOSS * (deliveredBytes + roundLostBytes);
        boolean isQueued = roundRttSumNs > roundRttCount * (GROWN_RTT * minRttNs + GROWN_RTT_MIN_NS);
        if (isLossy && isQueued && !wasAppLimited) {
            long usedBytes = sample.inFlightBytes() + sample.ackedBytes() + roundLostBytes;
            capBytes = Math.max(INITIAL_WINDOW_BYTES, (long) (BACK_OFF * Math.min(usedBytes, capBytes)));
            roundsSinceBackOff = 0;
            if (state == State.STARTUP) {
                enter(State.DRAIN, nowNs);
            }
        } else if (capBytes < Long.MAX_VALUE / 2) {
            // First as a TCP flow grows, then faster: whoever shared the queue is gone.
            roundsSinceBackOff++;
            capBytes += roundsSinceBackOff <= GENTLE_ROUNDS ? DATAGRAM_BYTES : capBytes / 8;
        }
        roundLostBytes = 0;
        roundStartBytes = sample.delivered();
        roundRttSumNs = 0;
        roundRttCount = 0;
        if (wasAppLimited) {
            onIdleRound(nowNs);
            return;
        }
        idleRounds = 0;
        if (state == State.STARTUP) {
            checkFull(nowNs);
        }
    }

    /** What the path loses anyway; the rate must be offered so much faster to be received. */
    private void updateRandomLoss(long deliveredBytes) {
        long sentBytes = deliveredBytes + roundLostBytes;
        double lost = sentBytes == 0 ? 0 : Math.min(MAX_RANDOM_LOSS, (double) roundLostBytes / sentBytes);
        randomLoss += LOSS_WEIGHT * (lost - randomLoss);
    }

    private void checkFull(long nowNs) {
        if (rate.best() >= STARTUP_GROWTH * fullRate) {
            fullRate = rate.best();
            fullRounds = 0;
        } else if (++fullRounds >= STARTUP_FULL_ROUNDS) {
            enter(State.DRAIN, nowNs);
        }
    }

    /** After a window of rounds with little to send nothing is known about the path's rate: search for it again. */
    private void onIdleRound(long nowNs) {
        if (++idleRounds >= RATE_WINDOW_ROUNDS && state == State.CRUISE) {
            fullRate = 0;
            fullRounds = 0;
            enter(State.STARTUP, nowNs);
        }
    }

    private void updateState(AckSample sample, long nowNs) {
        if (state == State.DRAIN && sample.inFlightBytes() <= productBytes(1)) {
            enter(State.CRUISE, nowNs);
            cruisePhase = 2;
        }
        if (state == State.CRUISE && nowNs - stateSinceNs > minRttNs) {
            stateSinceNs = nowNs;
            cruisePhase = (cruisePhase + 1) % CRUISE_GAINS.length;
        }
        if (state == State.CRUISE && nowNs - minRttAtNs > MIN_RTT_WINDOW_NS) {
            enter(State.PROBE_RTT, nowNs);
        }
        if (state == State.PROBE_RTT && nowNs - stateSinceNs > PROBE_RTT_NS + minRttNs) {
            minRttAtNs = nowNs;
            enter(State.CRUISE, nowNs);
            cruisePhase = 2;
        }
    }

    private void updateWindow(AckSample sample) {
        long targetBytes = Math.min(capBytes, (long) (productBytes(WINDOW_GAIN) / (1 - randomLoss)) + QUANTUM_BYTES);
        if (state == State.STARTUP) {
            boolean isUsed = 2 * (sample.inFlightBytes() + sample.ackedBytes()) >= windowBytes;
            windowBytes = isUsed ? windowBytes + sample.ackedBytes() : windowBytes;
            return;
        }
        windowBytes = Math.min(windowBytes + sample.ackedBytes(), targetBytes);
        windowBytes = Math.max(windowBytes, MIN_WINDOW_BYTES);
    }

    /** Rate times smallest round trip, times {@code gain}. */
    private long productBytes(double gain) {
        return (long) (gain * rate.best() * minRttNs / NS_PER_SECOND);
    }

    private void enter(State next, long nowNs) {
        state = next;
        stateSinceNs = nowNs;
    }
}
