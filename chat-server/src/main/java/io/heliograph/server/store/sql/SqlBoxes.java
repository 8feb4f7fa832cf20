package io.heliograph.server.store.sql;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.BoxTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Mailboxes. Not thread-safe; owned by the thread that owns the connection. */
final class SqlBoxes implements BoxTable {
    /** Its plan is tested: a mailbox is looked up, never walked. */
    static final String AFTER = "SELECT * FROM box WHERE account = ? AND device_key = ? AND number > ? ORDER BY number";

    private static final int MAX_EXPIRED_AT_ONCE = 10_000;

    private final Statements statements;

    SqlBoxes(Statements statements) {
        this.statements = statements;
    }

    @Override
    public List<BoxRow> put(NewBox box) {
        List<Long> owners = statements.list(
                "SELECT account FROM device WHERE device_key = ? ORDER BY account",
                row -> row.getLong(1),
                box.device());
        List<BoxRow> stored = new ArrayList<>();
        for (long owner : owners) {
            long number = nextNumber(owner, box.device());
            statements.update(
                    "INSERT INTO box (account, device_key, number, sender_name, sender_key, time_ms, box)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    owner,
                    box.device(),
                    number,
                    box.senderName(),
                    box.senderDevice(),
                    box.timeMs(),
                    box.box());
            drop(owner, box.device(), number - MAX_HELD);
            stored.add(new BoxRow(owner, box.device(), number, box.senderName(), box.senderDevice(), box.box()));
        }
        return stored;
    }

    private long nextNumber(long account, Bytes device) {
        return statements.number(
                0,
                "INSERT INTO mailbox (account, device_key, next_number) VALUES (?, ?, 2)"
                        + " ON CONFLICT (account, device_key) DO UPDATE SET next_number = mailbox.next_number + 1"
                        + " RETURNING next_number - 1",
                account,
                device);
    }

    @Override
    public List<BoxRow> after(long account, Bytes device, long afterNumber, int maxBytes) {
        List<BoxRow> page = new ArrayList<>();
        long[] bytes = {0};
        statements.each(
                AFTER,
                row -> {
                    BoxRow box = box(row);
                    page.add(box);
                    bytes[0] += box.box().length();
                    return bytes[0] < maxBytes;
                },
                account,
                device,
                afterNumber);
        return page;
    }

    @Override
    public void drop(long account, Bytes device, long uptoNumber) {
        statements.update(
                "DELETE FROM box WHERE account = ? AND device_key = ? AND number <= ?", account, device, uptoNumber);
    }

    @Override
    public int expire(long beforeMs) {
        List<BoxRow> over = new ArrayList<>();
        statements.each(
                "SELECT * FROM box WHERE time_ms < ? ORDER BY time_ms",
                row -> over.add(box(row)) && over.size() < MAX_EXPIRED_AT_ONCE,
                beforeMs);
        for (BoxRow box : over) {
            // With what is before it: a clock that was set back must not leave a hole in the middle.
            drop(box.account(), box.device(), box.number());
        }
        return over.size();
    }

    private static BoxRow box(ResultSet row) throws SQLException {
        return new BoxRow(
                row.getLong("account"),
                Bytes.takingOver(row.getBytes("device_key")),
                row.getLong("number"),
                row.getString("sender_name"),
                Bytes.takingOver(row.getBytes("sender_key")),
                Bytes.takingOver(row.getBytes("box")));
    }
}
