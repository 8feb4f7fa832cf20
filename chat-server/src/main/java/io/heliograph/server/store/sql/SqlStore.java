package io.heliograph.server.store.sql;

import io.heliograph.common.time.NanoClock;
import io.heliograph.server.folder.StartException;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.StoreFault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store of a data folder, in {@code heliograph.db}.
 *
 * <p>Open it, look at what is there with {@link #now}, then {@link #start} it with the loop. {@link #write} and {@link
 * #read} never block and may be called by any thread; answers come on the loop.
 */
public final class SqlStore implements Store, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);
    private static final long STOP_WAIT_MS = 10_000;

    private final Statements statements;
    private final WriteGate gate;
    private final GroupCommit commits;
    private final StoreWriter writer;
    private final StoreReaders readers;
    private boolean started;

    /**
     * How a store is kept.
     *
     * @param syncFull true: an answered write survives loss of power; false: only the end of the process
     * @param reserveBytes below so much usable space nothing is written any more
     */
    public record Settings(boolean syncFull, long reserveBytes) {
        public static final Settings STANDARD = new Settings(true, 64L * 1024 * 1024);
    }

    private SqlStore(Parts parts, Settings settings, LoopPoster loop) throws SQLException {
        statements = new Statements(parts.connection());
        gate = new WriteGate(settings.reserveBytes(), parts.usableBytes(), parts.clock());
        commits = new GroupCommit(statements, gate, parts.clock());
        writer = new StoreWriter(commits, loop);
        readers = new StoreReaders(parts.connections(), loop);
    }

    /** What a store is made of, beside its settings. */
    private record Parts(Connection connection, Connections connections, LongSupplier usableBytes, NanoClock clock) {}

    /** Opens or makes the database; nothing is changed where it is damaged or from a newer server. */
    public static SqlStore open(Path folder, Settings settings, LoopPoster loop) throws StartException {
        LongSupplier usableBytes = () -> folder.toFile().getUsableSpace();
        return open(folder, settings, loop, usableBytes, NanoClock.startingNow());
    }

    static SqlStore open(Path folder, Settings settings, LoopPoster loop, LongSupplier usableBytes, NanoClock clock)
            throws StartException {
        DatabaseFile file = new DatabaseFile(folder, new Schema(Migration.all()));
        Connection connection = file.open(settings.syncFull());
        try {
            return new SqlStore(new Parts(connection, file.connections(), usableBytes, clock), settings, loop);
        } catch (SQLException e) {
            throw new StartException(folder.resolve(DatabaseFile.NAME) + " cannot be read: " + e.getMessage());
        }
    }

    /** Before {@link #start}: does {@code work} on the calling thread, durable when it returns. */
    public <T> T now(Work<T> work) throws StartException {
        if (started) {
            throw new IllegalStateException("the writer owns the connection now");
        }
        List<T> results = new ArrayList<>();
        PendingWork<T> pending = new PendingWork<>(work, (result, nowNs) -> results.add(result), (fault, nowNs) -> {});
        commits.commit(List.of(pending));
        pending.deliver(0);
        if (results.isEmpty()) {
            throw new StartException("the database cannot be written: free some space on its disk (the log says more)");
        }
        return results.get(0);
    }

    /** From now on work runs and is answered. Call once. */
    public void start() {
        started = true;
        writer.start();
        readers.start();
    }

    @Override
    public <T> void write(Work<T> work, OnLoop<T> done, OnLoop<StoreFault> failed) {
        writer.submit(new PendingWork<>(work, done, failed));
    }

    @Override
    public <T> void read(Work<T> work, OnLoop<T> done, OnLoop<StoreFault> failed) {
        readers.submit(new PendingWork<>(work, done, failed));
    }

    @Override
    public boolean isWritable() {
        return gate.isOpen();
    }

    @Override
    public int pendingWriteCount() {
        return writer.pendingCount();
    }

    /** For whoever watches the server; may be called by any thread. */
    public StoreFigures figures() {
        return commits.figures(writer.pendingCount());
    }

    /** Commits what waits and closes the file; call it while the loop still takes answers. */
    @Override
    public void close() {
        try {
            if (started) {
                readers.stop(STOP_WAIT_MS);
                if (!writer.stop(STOP_WAIT_MS)) {
                    LOG.error("the store's writer does not end; its last writes are not answered");
                    return; // it still owns the connection
                }
            } else {
                readers.close();
            }
            statements.close();
        } catch (InterruptedException e) {
            LOG.warn("closing the store was interrupted");
        } catch (SqlFailure e) {
            LOG.warn("the database was not closed cleanly: {}", e.getMessage());
        }
    }
}
