package io.heliograph.server.store.sql;

import io.heliograph.server.store.Store;
import io.heliograph.server.store.StoreFault;
import io.heliograph.server.store.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The real tables in memory, without a thread: work runs at once, its answer waits for {@link #runPending}, so that a
 * test or a simulation sees the asynchrony and decides when.
 *
 * <p>Not thread-safe.
 */
public final class DirectSqlStore implements Store, AutoCloseable {
    private final Statements statements;
    private final Tables tables;
    private final Queue<PendingWork<?>> answers = new ArrayDeque<>();
    private final Queue<PendingWork<?>> reads = new ArrayDeque<>();
    private @Nullable StoreFault fault;

    private DirectSqlStore(Connection connection) {
        statements = new Statements(connection);
        tables = new SqlTables(statements);
    }

    public static DirectSqlStore inMemory() {
        try {
            Connection connection = Connections.inMemory().forWriting(false);
            for (Migration migration : Migration.all()) {
                Schema.apply(connection, migration);
            }
            return new DirectSqlStore(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is stored, for a test to look at or to prepare. */
    public Tables tables() {
        return tables;
    }

    /** From now on every write fails so; null: they work again. */
    public void failWrites(@Nullable StoreFault why) {
        fault = why;
    }

    /** Delivers every answer there is, also those to work that answers submit; how many. */
    public int runPending(long nowNs) {
        int count = 0;
        while (!answers.isEmpty() || !reads.isEmpty()) {
            List<PendingWork<?>> batch = new ArrayList<>(answers);
            batch.addAll(reads);
            answers.clear();
            reads.clear();
            StoreWriter.deliver(batch, nowNs);
            count += batch.size();
        }
        return count;
    }

    /** Answers wait to be delivered. */
    public boolean hasPending() {
        return !answers.isEmpty() || !reads.isEmpty();
    }

    @Override
    public <T> void write(Work<T> work, OnLoop<T> done, OnLoop<StoreFault> failed) {
        PendingWork<T> pending = new PendingWork<>(work, done, failed);
        if (fault != null) {
            pending.fail(fault);
        } else {
            runAlone(pending);
        }
        answers.add(pending);
    }

    @Override
    public <T> void read(Work<T> work, OnLoop<T> done, OnLoop<StoreFault> failed) {
        PendingWork<T> pending = new PendingWork<>(work, done, failed);
        runAlone(pending);
        reads.add(pending);
    }

    @Override
    public boolean isWritable() {
        return fault != StoreFault.READ_ONLY;
    }

    @Override
    public int pendingWriteCount() {
        return answers.size();
    }

    @Override
    public void close() {
        statements.close();
    }

    /** A defect fails the test that met it, instead of hiding in an answer. */
    private void runAlone(PendingWork<?> work) {
        statements.update("BEGIN");
        try {
            work.run(tables);
            statements.update("COMMIT");
        } catch (RuntimeException e) {
            statements.update("ROLLBACK");
            throw e;
        }
    }
}
