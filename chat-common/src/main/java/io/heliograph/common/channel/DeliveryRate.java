package io.heliograph.common.channel;

import java.util.concurrent.TimeUnit;

/**
 * How fast the peer receives (draft-cheng-iccrg-delivery-rate-estimation). Each acknowledgement gives one sample, from
 * the most recently sent record it acknowledges.
 *
 * <p>Not thread-safe.
 */
final class DeliveryRate {
    private static final long NS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private long deliveredBytes;
    private long deliveredNs;
    private long firstSentNs;
    private long appLimitedUntilBytes;

    /** Before a record is sent; {@code inFlightBytes} without it. */
    void onSend(long inFlightBytes, long nowNs) {
        if (inFlightBytes == 0) {
            firstSentNs = nowNs;
            deliveredNs = nowNs;
        }
    }

    void onAcknowledged(SentRecord sent, long nowNs) {
        deliveredBytes += sent.wireBytes;
        deliveredNs = nowNs;
    }

    /** Nothing more to send although the window is open: what follows tells little about the path. */
    void onAppLimited(long inFlightBytes) {
        appLimitedUntilBytes = Math.max(1, deliveredBytes + inFlightBytes);
    }

    /** The rate seen by {@code newest}, in bytes per second; 0 if it cannot be told. After {@link #onAcknowledged}. */
    long sampleBytesPerSecond(SentRecord newest, long minRttNs) {
        firstSentNs = newest.sentNs;
        if (appLimitedUntilBytes > 0 && deliveredBytes > appLimitedUntilBytes) {
            appLimitedUntilBytes = 0;
        }
        long sendNs = newest.sentNs - newest.firstSentNs;
        long ackNs = deliveredNs - newest.deliveredNs;
        long intervalNs = Math.max(sendNs, ackNs);
        // Shorter than a round trip is an artefact of acknowledgements that came together.
        if (intervalNs <= 0 || intervalNs < minRttNs) {
            return 0;
        }
        return (long) ((double) (deliveredBytes - newest.deliveredBytes) * NS_PER_SECOND / intervalNs);
    }

    long deliveredBytes() {
        return deliveredBytes;
    }

    long deliveredNs() {
        return deliveredNs;
    }

    long firstSentNs() {
        return firstSentNs;
    }

    boolean isAppLimited() {
        return appLimitedUntilBytes > 0;
    }
}
