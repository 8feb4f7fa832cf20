package io.heliograph.common.testing;

import io.heliograph.common.time.NanoClock;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** One direction between two endpoints: decides the fate of each datagram. Two links of one seed are identical. */
final class SimulatedLink {
    /** The datagram is lost. */
    static final long LOST_NS = NanoClock.NEVER_NS;

    private static final int PERMILLE = 1_000;
    private static final long NS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final SplittableRandom random;
    private boolean isBad;
    private long latestArrivalNs;

    SimulatedLink(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A queue before a rate limit; several links may share one. */
    static final class Bottleneck {
        private long freeAtNs;

        /** When the datagram leaves the queue; {@link #LOST_NS} if the queue is full. */
        long leaveNs(Faults faults, int bytes, long nowNs) {
            if (faults.bytesPerSecond() == 0) {
                return nowNs;
            }
            long startNs = Math.max(freeAtNs, nowNs);
            double waitingBytes = (double) (startNs - nowNs) * faults.bytesPerSecond() / NS_PER_SECOND;
            if (waitingBytes + bytes > faults.queueBytes()) {
                return LOST_NS;
            }
            freeAtNs = startNs + bytes * NS_PER_SECOND / faults.bytesPerSecond();
            return freeAtNs;
        }
    }

    boolean loses(Faults faults) {
        isBad = isBad ? !happens(faults.toGoodPermille()) : happens(faults.toBadPermille());
        return isBad || happens(faults.lossPermille());
    }

    boolean duplicates(Faults faults) {
        return happens(faults.duplicatePermille());
    }

    boolean corrupts(Faults faults) {
        return happens(faults.corruptPermille());
    }

    /** A damaged copy: one bit of it is flipped. */
    byte[] corrupted(byte[] bytes) {
        byte[] damaged = bytes.clone();
        int bit = random.nextInt(8 * bytes.length);
        damaged[bit / 8] ^= (byte) (1 << (bit % 8));
        return damaged;
    }

    long arrivalNs(Faults faults, long leaveNs) {
        long spreadNs = faults.maxDelayNs() - faults.minDelayNs();
        long arrivalNs = leaveNs + faults.minDelayNs() + (spreadNs == 0 ? 0 : random.nextLong(spreadNs + 1));
        if (faults.isInOrder()) {
            arrivalNs = Math.max(arrivalNs, latestArrivalNs);
            latestArrivalNs = arrivalNs;
        }
        return arrivalNs;
    }

    private boolean happens(int permille) {
        return permille > 0 && random.nextInt(PERMILLE) < permille;
    }
}
