package io.heliograph.server.relay;

import io.heliograph.common.net.EventLoop;
import io.heliograph.common.net.NamedThreads;
import io.heliograph.server.routing.Workers;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for public-key work, with a bounded queue: what does not fit is refused, as an overloaded network
 * would lose it.
 *
 * <p>Thread-safe.
 */
final class WorkerPool implements Workers {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private static final long STOP_WAIT_MS = 1_000;

    private final ThreadPoolExecutor executor;
    private volatile @Nullable EventLoop loop;

    /** {@code name}: of the threads. */
    WorkerPool(String name, int threadCount, int maxWaiting) {
        executor = new ThreadPoolExecutor(
                threadCount,
                threadCount,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(maxWaiting),
                NamedThreads.factory(name));
    }

    /** Where results go; to be called once, before any work. */
    void deliverTo(EventLoop eventLoop) {
        loop = eventLoop;
    }

    @Override
    public <T> boolean submit(Supplier<T> work, OnLoop<T> onLoop) {
        try {
            executor.execute(() -> run(work, onLoop));
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    void stop() throws InterruptedException {
        executor.shutdownNow();
        if (!executor.awaitTermination(STOP_WAIT_MS, TimeUnit.MILLISECONDS)) {
            LOG.warn("crypto threads did not end within {} ms", STOP_WAIT_MS);
        }
    }

    private <T> void run(Supplier<T> work, OnLoop<T> onLoop) {
        T result = work.get();
        EventLoop target = loop;
        if (target == null) {
            return; // nobody to tell
        }
        try {
            // Somebody waits for it: a full inbox delays the answer, and with it the next piece of work.
            target.postWaiting(nowNs -> onLoop.accept(result, nowNs));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
