package io.heliograph.server.store.sql;

import io.heliograph.common.time.NanoClock;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether writing is worth a try: not below the disk's reserve, and not within 2 s of a failure of the storage.
 *
 * <p>{@link #isOpen} may be asked by any thread; the rest is owned by the writer thread.
 */
final class WriteGate {
    static final long RETRY_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_EVERY_NS = TimeUnit.SECONDS.toNanos(1);
    private static final Logger LOG = LoggerFactory.getLogger(WriteGate.class);

    private final long reserveBytes;
    private final LongSupplier usableBytes;
    private final NanoClock clock;
    private boolean looked;
    private boolean aboveReserve = true;
    private long nextLookNs;
    private long nextTryNs;
    private volatile boolean open = true;

    /** {@code usableBytes} tells what the disk has left for us; asked at most once a second. */
    WriteGate(long reserveBytes, LongSupplier usableBytes, NanoClock clock) {
        this.reserveBytes = reserveBytes;
        this.usableBytes = usableBytes;
        this.clock = clock;
    }

    /** False while writes fail. */
    boolean isOpen() {
        return open;
    }

    /** False: fail without a try. */
    boolean mayTry() {
        long nowNs = clock.nowNs();
        if (!looked || nowNs >= nextLookNs) {
            looked = true;
            nextLookNs = nowNs + LOOK_EVERY_NS;
            long usable = usableBytes.getAsLong();
            aboveReserve = usable >= reserveBytes;
            if (!aboveReserve) {
                shut("the disk has " + usable + " bytes left, which is below store.reserve");
            }
        }
        return aboveReserve && (open || nowNs >= nextTryNs);
    }

    void onFailure(String why) {
        nextTryNs = clock.nowNs() + RETRY_NS;
        shut(why);
    }

    void onSuccess() {
        if (!open) {
            open = true;
            LOG.info("the store can be written again");
        }
    }

    private void shut(String why) {
        if (open) {
            open = false;
            LOG.error("the store is read-only until this is mended: {}", why);
        }
    }
}
