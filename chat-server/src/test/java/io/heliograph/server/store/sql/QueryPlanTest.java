package io.heliograph.server.store.sql;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked at every login and every page must not walk a log. */
class QueryPlanTest {
    @SuppressWarnings("NullAway.Init") // set before any test runs
    private Statements statements;

    @BeforeEach
    void open() throws Exception {
        Connection connection = Connections.inMemory().forWriting(false);
        for (Migration migration : Migration.all()) {
            Schema.apply(connection, migration);
        }
        statements = new Statements(connection);
    }

    @AfterEach
    void close() {
        statements.close();
    }

    @Test
    void amendmentsAreLookedUpByWhatTheyAreAbout() {
        String plan = planOf(SqlPages.ABOUT, 1, 1, 9, 9);

        assertTrue(plan.contains("USING INDEX entry_by_reference (conversation=? AND ref_seq>? AND ref_seq<?)"), plan);
    }

    @Test
    void aPageIsARangeOfTheLog() {
        String plan = planOf(SqlPages.RANGE + " DESC", 1, 0, 9);

        assertTrue(plan.contains("(conversation=? AND seq>? AND seq<?)"), plan);
        assertFalse(plan.contains("TEMP B-TREE"), plan);
    }

    @Test
    void unreadIsCountedInTheIndexAlone() {
        String plan = planOf(SqlEntries.UNREAD, 1);

        assertTrue(plan.contains("USING COVERING INDEX entry_unread (conversation=? AND seq>?)"), plan);
        assertTrue(plan.contains("member_by_account (account=?)"), plan);
    }

    @Test
    void aMailboxIsARangeOfItsDevice() {
        String plan = planOf(SqlBoxes.AFTER, 1, "x", 0);

        assertTrue(plan.contains("(account=? AND device_key=? AND number>?)"), plan);
        assertFalse(plan.contains("TEMP B-TREE"), plan);
    }

    private String planOf(String sql, Object... values) {
        List<String> steps = statements.list("EXPLAIN QUERY PLAN " + sql, row -> row.getString("detail"), values);
        return String.join("\n", steps);
    }
}
