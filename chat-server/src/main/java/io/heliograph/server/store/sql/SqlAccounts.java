package io.heliograph.server.store.sql;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.AccountRow;
import io.heliograph.server.store.AccountTable;
import io.heliograph.server.store.DeviceRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Accounts and devices. Not thread-safe; owned by the thread that owns the connection. */
final class SqlAccounts implements AccountTable {
    private final Statements statements;
    private final Counters counters;

    SqlAccounts(Statements statements, Counters counters) {
        this.statements = statements;
        this.counters = counters;
    }

    @Override
    public List<AccountRow> all() {
        return statements.list("SELECT * FROM account ORDER BY id", SqlAccounts::account);
    }

    @Override
    public List<DeviceRow> devices() {
        return statements.list("SELECT * FROM device ORDER BY account, enrolled_ms, device_key", SqlAccounts::device);
    }

    @Override
    public long add(String name, String skeleton, String passwordHash, long nowMs) {
        if (statements.number(TAKEN, "SELECT id FROM account WHERE skeleton = ?", skeleton) != TAKEN) {
            return TAKEN;
        }
        long id = counters.next("account");
        AccountRow.Preferences preferences = AccountRow.Preferences.STANDARD;
        AccountRow.Status status = AccountRow.Status.STANDARD;
        statements.update(
                "INSERT INTO account (id, name, skeleton, password_hash, admin, disabled, tells_delivered, tells_read,"
                        + " tells_last_seen, status_state, status_text, status_until_ms, created_ms, last_seen_ms)"
                        + " VALUES (?, ?, ?, ?, 0, 0, ?, ?, ?, ?, ?, ?, ?, 0)",
                id,
                name,
                skeleton,
                passwordHash,
                preferences.tellsDelivered(),
                preferences.tellsRead(),
                preferences.tellsLastSeen(),
                status.state(),
                status.text(),
                status.untilMs(),
                nowMs);
        return id;
    }

    @Override
    public void setPassword(long account, String passwordHash) {
        statements.update("UPDATE account SET password_hash = ? WHERE id = ?", passwordHash, account);
    }

    @Override
    public void setAdmin(long account, boolean admin) {
        statements.update("UPDATE account SET admin = ? WHERE id = ?", admin, account);
    }

    @Override
    public void setDisabled(long account, boolean disabled) {
        statements.update("UPDATE account SET disabled = ? WHERE id = ?", disabled, account);
    }

    @Override
    public void setPreferences(long account, AccountRow.Preferences preferences) {
        statements.update(
                "UPDATE account SET tells_delivered = ?, tells_read = ?, tells_last_seen = ? WHERE id = ?",
                preferences.tellsDelivered(),
                preferences.tellsRead(),
                preferences.tellsLastSeen(),
                account);
    }

    @Override
    public void setStatus(long account, AccountRow.Status status) {
        statements.update(
                "UPDATE account SET status_state = ?, status_text = ?, status_until_ms = ? WHERE id = ?",
                status.state(),
                status.text(),
                status.untilMs(),
                account);
    }

    @Override
    public void setLastSeen(long account, long nowMs) {
        statements.update("UPDATE account SET last_seen_ms = ? WHERE id = ?", nowMs, account);
    }

    @Override
    public void addDevice(long account, Bytes key, String name, long nowMs) {
        statements.update(
                "INSERT INTO device (account, device_key, name, enrolled_ms, last_seen_ms) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (account, device_key) DO UPDATE SET name = excluded.name,"
                        + " enrolled_ms = excluded.enrolled_ms, last_seen_ms = excluded.last_seen_ms",
                account,
                key,
                name,
                nowMs,
                nowMs);
    }

    @Override
    public void setDeviceSeen(long account, Bytes key, long nowMs) {
        statements.update(
                "UPDATE device SET last_seen_ms = ? WHERE account = ? AND device_key = ?", nowMs, account, key);
    }

    @Override
    public boolean revokeDevice(long account, Bytes key) {
        statements.update("DELETE FROM prekey WHERE account = ? AND device_key = ?", account, key);
        statements.update("DELETE FROM box WHERE account = ? AND device_key = ?", account, key);
        return statements.update("DELETE FROM device WHERE account = ? AND device_key = ?", account, key) > 0;
    }

    private static AccountRow account(ResultSet row) throws SQLException {
        return new AccountRow(
                row.getLong("id"),
                row.getString("name"),
                row.getString("skeleton"),
                row.getString("password_hash"),
                row.getBoolean("admin"),
                row.getBoolean("disabled"),
                new AccountRow.Preferences(
                        row.getBoolean("tells_delivered"),
                        row.getBoolean("tells_read"),
                        row.getBoolean("tells_last_seen")),
                new AccountRow.Status(
                        row.getInt("status_state"), row.getString("status_text"), row.getLong("status_until_ms")),
                row.getLong("created_ms"),
                row.getLong("last_seen_ms"));
    }

    private static DeviceRow device(ResultSet row) throws SQLException {
        return new DeviceRow(
                row.getLong("account"),
                Bytes.takingOver(row.getBytes("device_key")),
                row.getString("name"),
                row.getLong("enrolled_ms"),
                row.getLong("last_seen_ms"));
    }
}
