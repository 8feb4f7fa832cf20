package io.heliograph.server.store.sql;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.AccessTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bans, invites and facts. Not thread-safe; owned by the thread that owns the connection. */
final class SqlAccess implements AccessTable {
    private final Statements statements;
    private final Counters counters;

    SqlAccess(Statements statements, Counters counters) {
        this.statements = statements;
        this.counters = counters;
    }

    @Override
    public List<BanRow> bans() {
        return statements.list(
                "SELECT * FROM ban ORDER BY id",
                row -> new BanRow(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getLong("until_ms"),
                        row.getString("reason"),
                        row.getString("made_by"),
                        row.getLong("made_ms")));
    }

    @Override
    public long addBan(BanRow ban) {
        long id = counters.next("ban");
        statements.update(
                "INSERT INTO ban (id, kind, subject, until_ms, reason, made_by, made_ms) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                ban.kind(),
                ban.subject(),
                ban.untilMs(),
                ban.reason(),
                ban.by(),
                ban.atMs());
        return id;
    }

    @Override
    public boolean removeBan(long id) {
        return statements.update("DELETE FROM ban WHERE id = ?", id) > 0;
    }

    @Override
    public List<InviteRow> invites() {
        return statements.list(
                "SELECT * FROM invite ORDER BY made_ms, token_hash",
                row -> new InviteRow(
                        Bytes.takingOver(row.getBytes("token_hash")),
                        row.getInt("uses_left"),
                        row.getLong("expires_ms"),
                        row.getString("made_by"),
                        row.getLong("made_ms")));
    }

    @Override
    public void addInvite(InviteRow invite) {
        statements.update(
                "INSERT INTO invite (token_hash, uses_left, expires_ms, made_by, made_ms) VALUES (?, ?, ?, ?, ?)",
                invite.tokenHash(),
                invite.usesLeft(),
                invite.expiresMs(),
                invite.by(),
                invite.atMs());
    }

    @Override
    public boolean removeInvite(Bytes tokenHash) {
        return statements.update("DELETE FROM invite WHERE token_hash = ?", tokenHash) > 0;
    }

    @Override
    public boolean useInvite(Bytes tokenHash, long nowMs) {
        return statements.update(
                        "UPDATE invite SET uses_left = uses_left - 1 WHERE token_hash = ? AND uses_left > 0"
                                + " AND (expires_ms = 0 OR expires_ms > ?)",
                        tokenHash,
                        nowMs)
                > 0;
    }

    @Override
    public @Nullable String fact(String name) {
        return statements.first("SELECT content FROM fact WHERE name = ?", row -> row.getString(1), name);
    }

    @Override
    public void setFact(String name, String value) {
        statements.update(
                "INSERT INTO fact (name, content) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET content = excluded.content",
                name,
                value);
    }
}
