package io.heliograph.server.store.sql;

import io.heliograph.common.net.LoopTask;
import io.heliograph.common.net.NamedThreads;
import io.heliograph.server.store.StoreFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. What waits together is committed together, and answered in the order in which it came, a
 * bounded number in a turn of the loop.
 *
 * <p>{@link #submit} and the count may be called by any thread.
 */
final class StoreWriter {
    /** More than this waits for no answer; beyond, works are refused, their refusals in the same order. */
    static final int MAX_PENDING = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(StoreWriter.class);
    private static final int MAX_BATCH = 512;
    /** As many answers as the loop takes inputs in a turn: clients must not wait for a whole batch of them. */
    private static final int MAX_SLICE = 64;

    private static final long LOOK_EVERY_MS = 500;

    private final GroupCommit commits;
    private final LoopPoster loop;
    private final BlockingQueue<PendingWork<?>> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final Thread thread;
    private volatile boolean stopping;

    StoreWriter(GroupCommit commits, LoopPoster loop) {
        this.commits = commits;
        this.loop = loop;
        this.thread = NamedThreads.make("store-writer", this::run);
    }

    void start() {
        thread.start();
    }

    void submit(PendingWork<?> work) {
        if (pending.incrementAndGet() > MAX_PENDING) {
            work.fail(StoreFault.OVERLOADED);
        }
        queue.add(work);
    }

    int pendingCount() {
        return pending.get();
    }

    /** Commits what waits, then ends; false if it has not in time. */
    boolean stop(long waitMs) throws InterruptedException {
        stopping = true;
        submit(PendingWork.nothing());
        thread.join(waitMs);
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(waitMs);
        }
        return !thread.isAlive();
    }

    private void run() {
        try {
            while (!stopping || !queue.isEmpty()) {
                PendingWork<?> first = queue.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    commits.probe();
                } else {
                    answer(commit(first));
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("the store's writer was interrupted with {} writes unanswered", pending.get());
        }
    }

    private List<PendingWork<?>> commit(PendingWork<?> first) {
        List<PendingWork<?>> batch = new ArrayList<>();
        batch.add(first);
        queue.drainTo(batch, MAX_BATCH - 1);
        commits.commit(batch);
        return batch;
    }

    private void answer(List<PendingWork<?>> batch) throws InterruptedException {
        for (int from = 0; from < batch.size(); from += MAX_SLICE) {
            loop.post(new Slice(batch.subList(from, Math.min(batch.size(), from + MAX_SLICE))));
        }
    }

    /** Answers that are delivered in one go. */
    private final class Slice implements LoopTask {
        private final List<PendingWork<?>> works;

        Slice(List<PendingWork<?>> works) {
            this.works = works;
        }

        @Override
        public void run(long nowNs) {
            pending.addAndGet(-works.size());
            deliver(works, nowNs);
        }

        @Override
        public int inputCount() {
            return works.size();
        }
    }

    /** One answer that throws must not keep the others from being delivered. */
    static void deliver(List<PendingWork<?>> batch, long nowNs) {
        RuntimeException first = null;
        for (PendingWork<?> work : batch) {
            try {
                work.deliver(nowNs);
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
