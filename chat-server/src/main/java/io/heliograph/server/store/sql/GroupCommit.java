package io.heliograph.server.store.sql;

import io.heliograph.common.time.NanoClock;
import io.heliograph.server.store.StoreFault;
import io.heliograph.server.store.Tables;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a batch of writes in one transaction, each behind a savepoint: one that fails takes itself back and no other.
 *
 * <p>Owned by the thread that owns the connection; the figures may be read by any thread.
 */
final class GroupCommit {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    /** What a probe takes of the disk, and gives back in the same transaction. */
    private static final String PROBE = "0".repeat(65_536);

    private final Statements statements;
    private final Tables tables;
    private final WriteGate gate;
    private final NanoClock clock;
    private final AtomicLong commitCount = new AtomicLong();
    private final AtomicLong writeCount = new AtomicLong();
    private final AtomicLong commitNs = new AtomicLong();
    private final AtomicLong longestNs = new AtomicLong();

    GroupCommit(Statements statements, WriteGate gate, NanoClock clock) {
        this.statements = statements;
        this.tables = new SqlTables(statements);
        this.gate = gate;
        this.clock = clock;
    }

    /** Afterwards each of the batch has its result or its fault. Never throws. */
    void commit(List<PendingWork<?>> batch) {
        if (!gate.mayTry()) {
            batch.forEach(work -> work.fail(StoreFault.READ_ONLY));
            return;
        }
        long beganNs = clock.nowNs();
        try {
            statements.update("BEGIN IMMEDIATE");
            for (PendingWork<?> work : batch) {
                runAlone(work);
            }
            statements.update("COMMIT");
            gate.onSuccess();
            count(batch.size(), clock.nowNs() - beganNs);
        } catch (SqlFailure e) {
            abandon();
            gate.onFailure(String.valueOf(e.getMessage()));
            batch.forEach(work -> work.fail(StoreFault.READ_ONLY));
        }
    }

    /** While nobody writes: looks at the space that is left, and whether a disk that refused takes something again. */
    void probe() {
        boolean mayTry = gate.mayTry();
        if (gate.isOpen() || !mayTry) {
            return;
        }
        try {
            statements.update("BEGIN IMMEDIATE");
            statements.update("INSERT INTO fact (name, content) VALUES ('probe', ?)", PROBE);
            statements.update("DELETE FROM fact WHERE name = 'probe'");
            statements.update("COMMIT");
            gate.onSuccess();
        } catch (SqlFailure e) {
            abandon();
            gate.onFailure(String.valueOf(e.getMessage()));
        }
    }

    StoreFigures figures(int pendingWriteCount) {
        return new StoreFigures(
                pendingWriteCount, commitCount.get(), writeCount.get(), commitNs.get(), longestNs.get());
    }

    private void runAlone(PendingWork<?> work) {
        if (!work.isToBeRun()) {
            return;
        }
        statements.update("SAVEPOINT work");
        try {
            work.run(tables);
        } catch (RuntimeException e) {
            if (e instanceof SqlFailure failure && failure.isOfStorage()) {
                throw failure;
            }
            statements.update("ROLLBACK TO work");
            work.fail(StoreFault.DEFECT);
            LOG.error("a write was taken back: {}", Defects.describe(e));
        }
        statements.update("RELEASE work");
    }

    private void abandon() {
        try {
            statements.update("ROLLBACK");
        } catch (SqlFailure alreadyRolledBack) {
            LOG.debug("the database had rolled back by itself");
        }
    }

    private void count(int works, long tookNs) {
        commitCount.incrementAndGet();
        writeCount.addAndGet(works);
        commitNs.addAndGet(tookNs);
        longestNs.accumulateAndGet(tookNs, Math::max);
    }
}
