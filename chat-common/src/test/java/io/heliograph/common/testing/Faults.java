package io.heliograph.common.testing;

import java.util.concurrent.TimeUnit;

/**
 * What the network does to datagrams of one direction. A value; {@link #none} and the {@code with} methods make it.
 *
 * @param lossPermille independent loss
 * @param toBadPermille chance per datagram that a burst of losses begins (Gilbert-Elliott)
 * @param toGoodPermille chance per datagram that it ends
 * @param isInOrder whether delays vary without overtaking
 * @param bytesPerSecond 0 for no limit
 * @param queueBytes what may wait for the rate limit; more is dropped
 * @param mtuBytes longer datagrams are dropped
 */
public record Faults(
        int lossPermille,
        int toBadPermille,
        int toGoodPermille,
        int duplicatePermille,
        int corruptPermille,
        long minDelayNs,
        long maxDelayNs,
        boolean isInOrder,
        long bytesPerSecond,
        long queueBytes,
        int mtuBytes) {
    private static final int PERMILLE_PER_PERCENT = 10;
    private static final long USUAL_DELAY_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int ETHERNET_MTU_BYTES = 1500;

    /** A clean path of 20 ms each way. */
    public static Faults none() {
        return new Faults(0, 0, 1000, 0, 0, USUAL_DELAY_NS, USUAL_DELAY_NS, false, 0, 0, ETHERNET_MTU_BYTES);
    }

    public Faults withLossPercent(double percent) {
        return with(permille(percent), toBadPermille, toGoodPermille, duplicatePermille, corruptPermille);
    }

    /** The mean burst is 100/toGood datagrams, the loss toBad/(toBad+toGood). */
    public Faults withBursts(double toBadPercent, double toGoodPercent) {
        return with(lossPermille, permille(toBadPercent), permille(toGoodPercent), duplicatePermille, corruptPermille);
    }

    public Faults withDuplicatePercent(double percent) {
        return with(lossPermille, toBadPermille, toGoodPermille, permille(percent), corruptPermille);
    }

    public Faults withCorruptPercent(double percent) {
        return with(lossPermille, toBadPermille, toGoodPermille, duplicatePermille, permille(percent));
    }

    /** Delays spread evenly between both; different ones overtake unless {@link #inOrder}. */
    public Faults withDelayMs(long min, long max) {
        return withPath(TimeUnit.MILLISECONDS.toNanos(min), TimeUnit.MILLISECONDS.toNanos(max), isInOrder);
    }

    public Faults inOrder() {
        return withPath(minDelayNs, maxDelayNs, true);
    }

    public Faults withRate(long bytes, long queue) {
        return withLimits(bytes, queue, mtuBytes);
    }

    public Faults withMtuBytes(int bytes) {
        return withLimits(bytesPerSecond, queueBytes, bytes);
    }

    private Faults with(int loss, int toBad, int toGood, int duplicate, int corrupt) {
        return new Faults(
                loss,
                toBad,
                toGood,
                duplicate,
                corrupt,
                minDelayNs,
                maxDelayNs,
                isInOrder,
                bytesPerSecond,
                queueBytes,
                mtuBytes);
    }

    private Faults withPath(long minNs, long maxNs, boolean inOrder) {
        return new Faults(
                lossPermille,
                toBadPermille,
                toGoodPermille,
                duplicatePermille,
                corruptPermille,
                minNs,
                maxNs,
                inOrder,
                bytesPerSecond,
                queueBytes,
                mtuBytes);
    }

    private Faults withLimits(long rate, long queue, int mtu) {
        return new Faults(
                lossPermille,
                toBadPermille,
                toGoodPermille,
                duplicatePermille,
                corruptPermille,
                minDelayNs,
                maxDelayNs,
                isInOrder,
                rate,
                queue,
                mtu);
    }

    private static int permille(double percent) {
        return (int) Math.round(percent * PERMILLE_PER_PERCENT);
    }
}
