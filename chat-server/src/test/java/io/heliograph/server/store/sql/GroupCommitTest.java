package io.heliograph.server.store.sql;

import static io.heliograph.server.store.sql.TableFixture.NOW_MS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.testing.ManualClock;
import io.heliograph.server.store.StoreFault;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full: the database may not grow beyond its present size. */
class GroupCommitTest {
    private static final String LARGE = "x".repeat(100_000);

    private final ManualClock clock = new ManualClock();
    private final WriteGate gate = new WriteGate(0, () -> Long.MAX_VALUE, clock);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before any test runs
    private Statements statements;

    @SuppressWarnings("NullAway.Init") // set before any test runs
    private GroupCommit commits;

    @BeforeEach
    void open() throws Exception {
        Connection connection = new DatabaseFile(folder, new Schema(Migration.all())).open(true);
        statements = new Statements(connection);
        commits = new GroupCommit(statements, gate, clock);
    }

    @AfterEach
    void close() {
        statements.close();
    }

    @Test
    void aFullDiskFailsTheWholeBatch() {
        fill();

        assertEquals(List.of(StoreFault.READ_ONLY, StoreFault.READ_ONLY), commit("small", LARGE));

        assertFalse(gate.isOpen());
        assertEquals(0, statements.number(-1, "SELECT COUNT(*) FROM account"));
    }

    @Test
    void forTwoSecondsNothingIsTried() {
        fill();
        commit(LARGE);
        grow();

        clock.advanceNs(WriteGate.RETRY_NS - 1);
        assertEquals(List.of(StoreFault.READ_ONLY), commit("small"));
        clock.advanceNs(1);
        assertEquals(List.of(1L), commit("small"));
        assertTrue(gate.isOpen());
    }

    @Test
    void aProbeTellsWhetherThereIsRoomAgain() {
        fill();
        commit(LARGE);
        clock.advanceNs(WriteGate.RETRY_NS);
        commits.probe();
        assertFalse(gate.isOpen());

        grow();
        clock.advanceNs(WriteGate.RETRY_NS - 1);
        commits.probe();
        assertFalse(gate.isOpen());
        clock.advanceNs(1);
        commits.probe();
        assertTrue(gate.isOpen());
        assertEquals(0, statements.number(-1, "SELECT COUNT(*) FROM fact"));
    }

    private void fill() {
        long pages = statements.number(0, "PRAGMA page_count");
        statements.number(0, "PRAGMA max_page_count = " + pages);
    }

    private void grow() {
        statements.number(0, "PRAGMA max_page_count = 1000000");
    }

    private List<Object> commit(String... names) {
        List<Object> answers = new ArrayList<>();
        List<PendingWork<?>> batch = new ArrayList<>();
        for (String name : names) {
            batch.add(new PendingWork<>(
                    tables -> tables.accounts().add(name, name, "", NOW_MS),
                    (result, nowNs) -> answers.add(result),
                    (fault, nowNs) -> answers.add(fault)));
        }
        commits.commit(batch);
        StoreWriter.deliver(batch, 0);
        return answers;
    }
}
