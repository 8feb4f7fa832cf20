package io.heliograph.server.store.sql;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.FileTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of blobs. Not thread-safe; owned by the thread that owns the connection. */
final class SqlFiles implements FileTable {
    private final Statements statements;

    SqlFiles(Statements statements) {
        this.statements = statements;
    }

    @Override
    public @Nullable FileRow find(Bytes blob) {
        return statements.first("SELECT * FROM blob WHERE blob_id = ?", SqlFiles::file, blob);
    }

    @Override
    public void add(FileRow row) {
        statements.update(
                "INSERT INTO blob (blob_id, account, total_bytes, have_bytes, begun_ms, expires_ms)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                row.blob(),
                row.account(),
                row.bytes(),
                row.haveBytes(),
                row.begunMs(),
                row.expiresMs());
    }

    @Override
    public void setHave(Bytes blob, long haveBytes, long expiresMs) {
        statements.update(
                "UPDATE blob SET have_bytes = ?, expires_ms = ? WHERE blob_id = ?", haveBytes, expiresMs, blob);
    }

    @Override
    public boolean remove(Bytes blob) {
        return statements.update("DELETE FROM blob WHERE blob_id = ?", blob) > 0;
    }

    @Override
    public List<FileRow> all() {
        return statements.list("SELECT * FROM blob ORDER BY blob_id", SqlFiles::file);
    }

    @Override
    public List<FileRow> of(long account) {
        return statements.list(
                "SELECT * FROM blob WHERE account = ? ORDER BY begun_ms DESC, blob_id", SqlFiles::file, account);
    }

    @Override
    public Totals totalsOf(long account) {
        Totals totals = statements.first(
                "SELECT COUNT(*), SUM(total_bytes) FROM blob WHERE account = ?",
                row -> new Totals(row.getLong(1), row.getLong(2)),
                account);
        return totals == null ? Totals.NONE : totals;
    }

    @Override
    public List<AccountTotals> totals() {
        return statements.list(
                "SELECT account, COUNT(*), SUM(total_bytes) AS bytes FROM blob GROUP BY account"
                        + " ORDER BY bytes DESC, account",
                row -> new AccountTotals(row.getLong(1), new Totals(row.getLong(2), row.getLong(3))));
    }

    @Override
    public List<FileRow> over(long nowMs, int limit) {
        List<FileRow> over = new ArrayList<>();
        statements.each(
                "SELECT * FROM blob WHERE expires_ms <= ? ORDER BY expires_ms",
                row -> over.add(file(row)) && over.size() < limit,
                nowMs);
        return over;
    }

    private static FileRow file(ResultSet row) throws SQLException {
        return new FileRow(
                Bytes.takingOver(row.getBytes("blob_id")),
                row.getLong("account"),
                row.getLong("total_bytes"),
                row.getLong("have_bytes"),
                row.getLong("begun_ms"),
                row.getLong("expires_ms"));
    }
}
