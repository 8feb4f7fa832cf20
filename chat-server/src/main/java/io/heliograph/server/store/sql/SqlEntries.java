package io.heliograph.server.store.sql;

import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.EntryTable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The logs. Not thread-safe; owned by the thread that owns the connection. */
final class SqlEntries implements EntryTable {
    /** Protocol: an id is recognised for 7 days. */
    private static final long REMEMBER_MS = TimeUnit.DAYS.toMillis(7);

    /** So that one call never holds the writer for long. */
    private static final int MAX_DELETED = 10_000;

    private static final int MESSAGE = 1;

    static final String UNREAD = "SELECT c.id, c.next_seq,"
            + " COALESCE((SELECT MIN(e.seq) FROM entry e WHERE e.conversation = c.id), c.next_seq),"
            + " (SELECT COUNT(*) FROM entry e WHERE e.conversation = c.id AND e.seq > m.read_seq"
            + " AND e.kind = 1 AND e.erased = 0 AND e.author <> m.account)"
            + " FROM member m JOIN conversation c ON c.id = m.conversation"
            + " WHERE m.account = ? ORDER BY c.id";

    private final Statements statements;
    private final SqlPages pages;

    SqlEntries(Statements statements) {
        this.statements = statements;
        this.pages = new SqlPages(statements);
    }

    @Override
    public Appended append(NewEntry entry) {
        MessageId id = entry.id();
        if (id != null) {
            Appended earlier = accepted(entry.author(), id);
            if (earlier != null && entry.timeMs() - earlier.timeMs() <= REMEMBER_MS) {
                return earlier;
            }
        }
        long seq = takeNumber(entry);
        statements.update(
                "INSERT INTO entry (conversation, seq, kind, message_id, author, author_name, time_ms, ref_seq, erased,"
                        + " body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
                entry.conversation(),
                seq,
                entry.kind(),
                id == null ? null : id.octets(),
                entry.author(),
                entry.authorName(),
                entry.timeMs(),
                entry.refSeq(),
                entry.body());
        if (id != null) {
            remember(entry, id, seq);
        }
        return new Appended(entry.conversation(), seq, entry.timeMs(), false);
    }

    /** Older ids are there until {@link #forgetIds} is called; {@link #append} looks at the time itself. */
    @Override
    public @Nullable Appended accepted(long author, MessageId id) {
        return statements.first(
                "SELECT conversation, seq, time_ms FROM accepted_id WHERE author = ? AND message_id = ?",
                row -> new Appended(row.getLong(1), row.getLong(2), row.getLong(3), true),
                author,
                id.octets());
    }

    @Override
    public EntryPage page(PageQuery query) {
        return pages.page(query);
    }

    @Override
    public @Nullable EntryHead head(long conversation, long seq) {
        return statements.first(
                "SELECT kind, author, erased FROM entry WHERE conversation = ? AND seq = ?",
                row -> new EntryHead(row.getInt(1), row.getLong(2), row.getBoolean(3)),
                conversation,
                seq);
    }

    @Override
    public void erase(long conversation, long seq) {
        long bytes = statements.number(
                0,
                "SELECT OCTET_LENGTH(body) FROM entry WHERE conversation = ? AND seq = ? AND erased = 0",
                conversation,
                seq);
        statements.update(
                "UPDATE entry SET erased = 1, body = ? WHERE conversation = ? AND seq = ?",
                Bytes.EMPTY,
                conversation,
                seq);
        statements.update("UPDATE conversation SET held_bytes = held_bytes - ? WHERE id = ?", bytes, conversation);
    }

    @Override
    public List<UnreadRow> unread(long account) {
        return statements.list(
                UNREAD, row -> new UnreadRow(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)), account);
    }

    @Override
    public List<Long> authors(long conversation, long afterSeq, long uptoSeq) {
        return statements.list(
                "SELECT DISTINCT author FROM entry WHERE conversation = ? AND kind = 1 AND seq > ? AND seq <= ?"
                        + " ORDER BY author",
                row -> row.getLong(1),
                conversation,
                afterSeq,
                uptoSeq);
    }

    @Override
    public long firstSeq(long conversation) {
        return statements.number(
                1,
                "SELECT COALESCE((SELECT MIN(e.seq) FROM entry e WHERE e.conversation = c.id), c.next_seq)"
                        + " FROM conversation c WHERE c.id = ?",
                conversation);
    }

    @Override
    public int prune(long conversation, long beforeMs, long maxEntries, long maxBytes) {
        Cut cut = new Cut(beforeMs);
        statements.each(
                "SELECT held_count, held_bytes FROM conversation WHERE id = ?",
                row -> {
                    cut.excessCount = row.getLong(1) - maxEntries;
                    cut.excessBytes = row.getLong(2) - maxBytes;
                    return false;
                },
                conversation);
        statements.each(
                "SELECT seq, time_ms, OCTET_LENGTH(body) FROM entry WHERE conversation = ? ORDER BY seq LIMIT "
                        + MAX_DELETED,
                row -> cut.takes(row.getLong(1), row.getLong(2), row.getLong(3)),
                conversation);
        if (cut.count > 0) {
            statements.update("DELETE FROM entry WHERE conversation = ? AND seq <= ?", conversation, cut.lastSeq);
            statements.update(
                    "UPDATE conversation SET held_count = held_count - ?, held_bytes = held_bytes - ? WHERE id = ?",
                    cut.count,
                    cut.bytes,
                    conversation);
        }
        return cut.count;
    }

    @Override
    public int forgetIds(long beforeMs) {
        return statements.update(
                "DELETE FROM accepted_id WHERE (author, message_id) IN (SELECT author, message_id FROM accepted_id"
                        + " WHERE time_ms < ? ORDER BY time_ms LIMIT " + MAX_DELETED + ")",
                beforeMs);
    }

    private long takeNumber(NewEntry entry) {
        long activeMs = entry.kind() == MESSAGE ? entry.timeMs() : 0;
        long seq = statements.number(
                0,
                "UPDATE conversation SET next_seq = next_seq + 1, held_count = held_count + 1,"
                        + " held_bytes = held_bytes + ?,"
                        + " last_activity_ms = CASE WHEN last_activity_ms < ? THEN ? ELSE last_activity_ms END"
                        + " WHERE id = ? RETURNING next_seq - 1",
                entry.body().length(),
                activeMs,
                activeMs,
                entry.conversation());
        if (seq == 0) {
            throw new IllegalStateException("no conversation " + entry.conversation());
        }
        return seq;
    }

    /** An id from before the 7 days may still be there, and gives way. */
    private void remember(NewEntry entry, MessageId id, long seq) {
        statements.update(
                "INSERT INTO accepted_id (author, message_id, conversation, seq, time_ms) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (author, message_id) DO UPDATE SET conversation = excluded.conversation,"
                        + " seq = excluded.seq, time_ms = excluded.time_ms",
                entry.author(),
                id.octets(),
                entry.conversation(),
                seq,
                entry.timeMs());
    }

    /** Finds where the oldest entries end that have to go. */
    private static final class Cut {
        private final long beforeMs;
        private long excessCount;
        private long excessBytes;
        private int count;
        private long bytes;
        private long lastSeq;

        Cut(long beforeMs) {
            this.beforeMs = beforeMs;
        }

        boolean takes(long seq, long timeMs, long bodyBytes) {
            if (timeMs >= beforeMs && count >= excessCount && bytes >= excessBytes) {
                return false;
            }
            count++;
            bytes += bodyBytes;
            lastSeq = seq;
            return true;
        }
    }
}
