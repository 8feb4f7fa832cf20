package io.heliograph.server.store.sql;

import io.heliograph.common.net.NamedThreads;
import io.heliograph.server.store.StoreFault;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two threads that only look, each over a connection of its own; a piece of work sees one state of the whole database.
 *
 * <p>{@link #submit} may be called by any thread.
 */
final class StoreReaders {
    private static final int THREADS = 2;
    private static final int MAX_PENDING = 20_000;
    private static final long LOOK_EVERY_MS = 500;
    private static final Logger LOG = LoggerFactory.getLogger(StoreReaders.class);

    private final LoopPoster loop;
    private final BlockingQueue<PendingWork<?>> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final List<Statements> connections = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    StoreReaders(Connections source, LoopPoster loop) throws SQLException {
        this.loop = loop;
        for (int index = 1; index <= THREADS; index++) {
            Statements statements = new Statements(source.forReading());
            connections.add(statements);
            threads.add(NamedThreads.make("store-reader-" + index, () -> run(statements)));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void submit(PendingWork<?> work) {
        if (pending.incrementAndGet() > MAX_PENDING) {
            work.fail(StoreFault.OVERLOADED);
        }
        queue.add(work);
    }

    /** Ends after what is being read; nobody waits for the rest any more. */
    void stop(long waitMs) throws InterruptedException {
        stopping = true;
        threads.forEach(each -> queue.add(PendingWork.nothing()));
        for (Thread thread : threads) {
            thread.join(waitMs);
            thread.interrupt();
            thread.join(waitMs);
        }
        close();
    }

    /** For readers that were never started. */
    void close() {
        connections.forEach(Statements::close);
    }

    private void run(Statements statements) {
        SqlTables tables = new SqlTables(statements);
        try {
            while (!stopping) {
                PendingWork<?> work = queue.poll(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
                if (work != null) {
                    look(work, statements, tables);
                    loop.post(nowNs -> {
                        pending.decrementAndGet();
                        work.deliver(nowNs);
                    });
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("a reader of the store was interrupted");
        }
    }

    private static void look(PendingWork<?> work, Statements statements, SqlTables tables) {
        if (!work.isToBeRun()) {
            return;
        }
        try {
            statements.update("BEGIN");
            try {
                work.run(tables);
            } finally {
                statements.update("COMMIT");
            }
        } catch (RuntimeException e) {
            work.fail(StoreFault.DEFECT);
            LOG.error("a read failed: {}", Defects.describe(e));
        }
    }
}
