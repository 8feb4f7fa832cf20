package io.heliograph.server.store.sql;

import io.heliograph.server.store.ConversationRow;
import io.heliograph.server.store.ConversationTable;
import io.heliograph.server.store.MemberRow;
import io.heliograph.server.store.RoomBanRow;
import io.heliograph.server.store.RoomInviteRow;
import io.heliograph.server.store.RoomSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conversations and who is in them. Not thread-safe; owned by the thread that owns the connection. */
final class SqlConversations implements ConversationTable {
    private final Statements statements;
    private final Counters counters;

    SqlConversations(Statements statements, Counters counters) {
        this.statements = statements;
        this.counters = counters;
    }

    @Override
    public List<ConversationRow> all() {
        Map<Long, List<Long>> pins = new HashMap<>();
        statements.each("SELECT conversation, seq FROM pin ORDER BY conversation, place", row -> pins.computeIfAbsent(
                        row.getLong("conversation"), absent -> new ArrayList<>())
                .add(row.getLong("seq")));
        return statements.list(
                "SELECT * FROM conversation ORDER BY id",
                row -> conversation(row, pins.getOrDefault(row.getLong("id"), List.of())));
    }

    @Override
    public List<MemberRow> members() {
        return statements.list("SELECT * FROM member ORDER BY conversation, account", SqlConversations::member);
    }

    @Override
    public List<RoomBanRow> bans() {
        return statements.list(
                "SELECT * FROM room_ban ORDER BY conversation, account",
                row -> new RoomBanRow(
                        row.getLong("conversation"),
                        row.getLong("account"),
                        row.getLong("until_ms"),
                        row.getString("reason"),
                        row.getString("made_by")));
    }

    @Override
    public List<RoomInviteRow> invites() {
        return statements.list(
                "SELECT * FROM room_invite ORDER BY conversation, account",
                row -> new RoomInviteRow(
                        row.getLong("conversation"),
                        row.getLong("account"),
                        row.getString("made_by"),
                        row.getLong("made_ms")));
    }

    @Override
    public long add(ConversationRow.New made) {
        if (statements.number(TAKEN, "SELECT id FROM conversation WHERE skeleton = ?", made.skeleton()) != TAKEN) {
            return TAKEN;
        }
        long id = counters.next("conversation");
        RoomSettings settings = made.settings();
        statements.update(
                "INSERT INTO conversation (id, kind, name, skeleton, topic, description, access, password_hash,"
                        + " announce_only, slow_mode_s, retention_days, next_seq, created_ms, last_activity_ms,"
                        + " held_count, held_bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 0, 0, 0)",
                id,
                made.kind(),
                made.name(),
                made.skeleton(),
                settings.topic(),
                settings.description(),
                settings.access(),
                settings.passwordHash(),
                settings.announceOnly(),
                settings.slowModeS(),
                settings.retentionDays(),
                made.nowMs());
        return id;
    }

    @Override
    public void setSettings(long conversation, RoomSettings settings) {
        statements.update(
                "UPDATE conversation SET topic = ?, description = ?, access = ?, password_hash = ?, announce_only = ?,"
                        + " slow_mode_s = ?, retention_days = ? WHERE id = ?",
                settings.topic(),
                settings.description(),
                settings.access(),
                settings.passwordHash(),
                settings.announceOnly(),
                settings.slowModeS(),
                settings.retentionDays(),
                conversation);
    }

    @Override
    public void remove(long conversation) {
        statements.update("DELETE FROM conversation WHERE id = ?", conversation);
    }

    @Override
    public void putMember(long conversation, long account, int role, long mutedUntilMs, long nowMs) {
        statements.update(
                "INSERT INTO member (conversation, account, role, muted_until_ms, joined_ms, delivered_seq, read_seq)"
                        + " VALUES (?, ?, ?, ?, ?, 0, 0) ON CONFLICT (conversation, account)"
                        + " DO UPDATE SET role = excluded.role, muted_until_ms = excluded.muted_until_ms",
                conversation,
                account,
                role,
                mutedUntilMs,
                nowMs);
    }

    @Override
    public void removeMember(long conversation, long account) {
        statements.update("DELETE FROM member WHERE conversation = ? AND account = ?", conversation, account);
    }

    @Override
    public void setMarks(long conversation, long account, long deliveredSeq, long readSeq) {
        statements.update(
                "UPDATE member SET delivered_seq = CASE WHEN delivered_seq < ? THEN ? ELSE delivered_seq END,"
                        + " read_seq = CASE WHEN read_seq < ? THEN ? ELSE read_seq END"
                        + " WHERE conversation = ? AND account = ?",
                deliveredSeq,
                deliveredSeq,
                readSeq,
                readSeq,
                conversation,
                account);
    }

    @Override
    public void putBan(RoomBanRow ban) {
        statements.update(
                "INSERT INTO room_ban (conversation, account, until_ms, reason, made_by) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (conversation, account) DO UPDATE SET until_ms = excluded.until_ms,"
                        + " reason = excluded.reason, made_by = excluded.made_by",
                ban.conversation(),
                ban.account(),
                ban.untilMs(),
                ban.reason(),
                ban.by());
    }

    @Override
    public void removeBan(long conversation, long account) {
        statements.update("DELETE FROM room_ban WHERE conversation = ? AND account = ?", conversation, account);
    }

    @Override
    public void putInvite(RoomInviteRow invite) {
        statements.update(
                "INSERT INTO room_invite (conversation, account, made_by, made_ms) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (conversation, account) DO UPDATE SET made_by = excluded.made_by,"
                        + " made_ms = excluded.made_ms",
                invite.conversation(),
                invite.account(),
                invite.by(),
                invite.atMs());
    }

    @Override
    public void removeInvite(long conversation, long account) {
        statements.update("DELETE FROM room_invite WHERE conversation = ? AND account = ?", conversation, account);
    }

    @Override
    public void setPins(long conversation, List<Long> seqs) {
        statements.update("DELETE FROM pin WHERE conversation = ?", conversation);
        for (int place = 0; place < seqs.size(); place++) {
            statements.update(
                    "INSERT INTO pin (conversation, place, seq) VALUES (?, ?, ?)",
                    conversation,
                    place,
                    seqs.get(place));
        }
    }

    private static ConversationRow conversation(ResultSet row, List<Long> pins) throws SQLException {
        return new ConversationRow(
                row.getLong("id"),
                row.getInt("kind"),
                row.getString("name"),
                row.getString("skeleton"),
                new RoomSettings(
                        row.getString("topic"),
                        row.getString("description"),
                        row.getInt("access"),
                        row.getString("password_hash"),
                        row.getBoolean("announce_only"),
                        row.getInt("slow_mode_s"),
                        row.getInt("retention_days")),
                row.getLong("next_seq"),
                row.getLong("created_ms"),
                row.getLong("last_activity_ms"),
                pins);
    }

    private static MemberRow member(ResultSet row) throws SQLException {
        return new MemberRow(
                row.getLong("conversation"),
                row.getLong("account"),
                row.getInt("role"),
                row.getLong("muted_until_ms"),
                row.getLong("joined_ms"),
                row.getLong("delivered_seq"),
                row.getLong("read_seq"));
    }
}
