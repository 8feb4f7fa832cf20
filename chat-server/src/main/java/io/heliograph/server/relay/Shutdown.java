package io.heliograph.server.relay;

import io.heliograph.common.connection.Connection;
import io.heliograph.common.frame.CloseNotice;
import io.heliograph.common.net.EventLoop;
import io.heliograph.common.net.NamedThreads;
import io.heliograph.server.store.Store;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orderly end: what was said is delivered, clients are told, then the process may go. At most 10 s in all.
 *
 * <p>Thread-safe.
 */
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
    private static final long DRAIN_LIMIT_NS = TimeUnit.SECONDS.toNanos(8);
    private static final long LOOK_EVERY_MS = 20;
    /** Three closing notices, 100 ms apart. */
    private static final long NOTICES_MS = 300;
    /** A client that has not been heard from for this long is not waited for. */
    private static final long HEARD_WITHIN_NS = TimeUnit.SECONDS.toNanos(3);

    private final RelayNode node;
    private final EventLoop loop;
    private final Store store;
    private final Runnable whenDone;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicLong dueNs = new AtomicLong();
    private volatile String reason = "";
    private long beganNs = -1;
    private volatile boolean told;

    Shutdown(RelayNode node, EventLoop loop, Store store, Runnable whenDone) {
        this.node = node;
        this.loop = loop;
        this.store = store;
        this.whenDone = whenDone;
    }

    /** {@code delayMs} and {@code why} replace those of an earlier call that still waits. */
    void begin(long delayMs, String why) {
        dueNs.set(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMs));
        reason = why;
        if (!begun.getAndSet(true)) {
            NamedThreads.make("shutdown", this::run).start();
        }
    }

    private void run() {
        try {
            while (System.nanoTime() - dueNs.get() < 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
            LOG.info("shutdown begins");
            while (!told) {
                loop.postWaiting(this::look);
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            }
            TimeUnit.MILLISECONDS.sleep(NOTICES_MS);
        } catch (InterruptedException e) {
            LOG.warn("shutdown was interrupted");
        }
        whenDone.run();
    }

    /** On the loop: closes everything once all that was accepted is stored and has reached the clients. */
    private void look(long nowNs) {
        if (beganNs < 0) {
            beganNs = nowNs;
            node.relay().stopAccepting();
        }
        // A write that waits has its answer and what it tells others still to come.
        boolean drained = store.pendingWriteCount() == 0
                && node.endpoint().connections().stream()
                        .filter(connection -> connection.silentForNs(nowNs) < HEARD_WITHIN_NS)
                        .allMatch(connection -> connection.channel().isDrained());
        if (told || (!drained && nowNs - beganNs < DRAIN_LIMIT_NS)) {
            return;
        }
        for (Connection connection : List.copyOf(node.endpoint().connections())) {
            connection.close(CloseNotice.SHUTDOWN, closingText(), nowNs);
            node.endpoint().touch(connection);
        }
        told = true;
    }

    private String closingText() {
        return reason.isEmpty() ? "the server stops" : "the server stops: " + reason;
    }
}
