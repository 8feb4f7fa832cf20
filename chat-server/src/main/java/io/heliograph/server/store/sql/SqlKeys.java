package io.heliograph.server.store.sql;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.KeyTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prekeys, device lists, the directory. Not thread-safe; owned by the thread that owns the connection. */
final class SqlKeys implements KeyTable {
    private final Statements statements;

    SqlKeys(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean putPrekey(long account, Bytes device, Bytes prekey) {
        Bytes known = statements.first(
                "SELECT record FROM prekey WHERE account = ? AND device_key = ?",
                row -> Bytes.takingOver(row.getBytes(1)),
                account,
                device);
        if (known != null && known.equals(prekey)) {
            return false;
        }
        statements.update(
                "INSERT INTO prekey (account, device_key, record) VALUES (?, ?, ?)"
                        + " ON CONFLICT (account, device_key) DO UPDATE SET record = excluded.record",
                account,
                device,
                prekey);
        return true;
    }

    @Override
    public List<PrekeyRow> prekeys(long account) {
        return statements.list(
                "SELECT prekey.device_key, prekey.record FROM prekey JOIN device ON device.account = prekey.account"
                        + " AND device.device_key = prekey.device_key WHERE prekey.account = ?"
                        + " ORDER BY device.enrolled_ms, device.device_key",
                row -> new PrekeyRow(Bytes.takingOver(row.getBytes(1)), Bytes.takingOver(row.getBytes(2))),
                account);
    }

    @Override
    public @Nullable ListRow list(long account) {
        return statements.first(
                "SELECT version, signer, record FROM device_list WHERE account = ?",
                row -> new ListRow(
                        row.getLong(1), Bytes.takingOver(row.getBytes(2)), Bytes.takingOver(row.getBytes(3))),
                account);
    }

    @Override
    public void putList(long account, ListRow list) {
        statements.update(
                "INSERT INTO device_list (account, version, signer, record) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (account) DO UPDATE SET version = excluded.version,"
                        + " signer = excluded.signer, record = excluded.record",
                account,
                list.version(),
                list.signer(),
                list.octets());
    }

    @Override
    public boolean isEnrolled(long account, Bytes device) {
        return statements.number(0, "SELECT COUNT(*) FROM device WHERE account = ? AND device_key = ?", account, device)
                > 0;
    }

    @Override
    public @Nullable DirectoryRow directory() {
        return statements.first(
                "SELECT version, record FROM signed_directory WHERE number = 1",
                row -> new DirectoryRow(row.getLong(1), Bytes.takingOver(row.getBytes(2))));
    }

    @Override
    public void putDirectory(DirectoryRow directory) {
        statements.update(
                "INSERT INTO signed_directory (number, version, record) VALUES (1, ?, ?)"
                        + " ON CONFLICT (number) DO UPDATE SET version = excluded.version, record = excluded.record",
                directory.version(),
                directory.octets());
    }
}
