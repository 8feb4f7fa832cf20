package io.heliograph.server.store.sql;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.RollTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rolls. Not thread-safe; owned by the thread that owns the connection. */
final class SqlRolls implements RollTable {
    private final Statements statements;

    SqlRolls(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Map<Long, Long> counts() {
        Map<Long, Long> counts = new HashMap<>();
        statements.each("SELECT conversation, MAX(number) FROM roll_entry GROUP BY conversation", row -> {
            counts.put(row.getLong(1), row.getLong(2));
            return true;
        });
        return counts;
    }

    @Override
    public long count(long conversation) {
        return statements.number(0, "SELECT MAX(number) FROM roll_entry WHERE conversation = ?", conversation);
    }

    @Override
    public void append(long conversation, long index, Bytes entry) {
        statements.update(
                "INSERT INTO roll_entry (conversation, number, record) VALUES (?, ?, ?)", conversation, index, entry);
    }

    @Override
    public List<Bytes> page(long conversation, long afterIndex, int limit, int maxBytes) {
        List<Bytes> page = new ArrayList<>();
        long[] bytes = {0};
        statements.each(
                "SELECT record FROM roll_entry WHERE conversation = ? AND number > ? ORDER BY number",
                row -> {
                    Bytes entry = Bytes.takingOver(row.getBytes(1));
                    bytes[0] += entry.length();
                    boolean fits = page.isEmpty() || (page.size() < limit && bytes[0] <= maxBytes);
                    return fits && page.add(entry);
                },
                conversation,
                afterIndex);
        return page;
    }
}
