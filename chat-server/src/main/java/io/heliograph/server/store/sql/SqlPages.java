package io.heliograph.server.store.sql;

import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.EntryTable.EntryPage;
import io.heliograph.server.store.EntryTable.EntryRow;
import io.heliograph.server.store.EntryTable.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Cuts pages out of the logs. Not thread-safe; owned by the thread that owns the connection. */
final class SqlPages {
    /** What an entry costs beside its body, on the wire and in memory. */
    private static final int ENTRY_OVERHEAD_BYTES = 200;

    private static final int MAX_AMENDMENTS = 800;
    private static final String COLUMNS =
            "SELECT seq, kind, message_id, author, author_name, time_ms, ref_seq, body FROM entry";
    static final String RANGE = COLUMNS + " WHERE conversation = ? AND seq > ? AND seq < ? ORDER BY seq";

    /** The last edit of each entry in a range: the one that counts. */
    static final String LAST_EDITS = COLUMNS
            + " WHERE conversation = ? AND seq IN (SELECT MAX(seq) FROM entry WHERE conversation = ? AND ref_seq > 0"
            + " AND ref_seq BETWEEN ? AND ? AND kind = 2 GROUP BY ref_seq) AND seq > ?";

    /** The sums keep the planner from walking the log from {@code seq} on instead of looking up the references. */
    static final String ABOUT = COLUMNS
            + " WHERE conversation = ? AND ref_seq > 0 AND ref_seq BETWEEN ? AND ? AND seq + 0 > ? AND kind <> 2"
            + " ORDER BY seq + 0 DESC";

    private final Statements statements;

    SqlPages(Statements statements) {
        this.statements = statements;
    }

    EntryPage page(PageQuery query) {
        Take page = new Take(query.limit(), query.maxBytes(), true);
        statements.each(
                query.newest() ? RANGE + " DESC" : RANGE,
                page::takes,
                query.conversation(),
                query.afterSeq(),
                query.beforeSeq());
        if (query.newest()) {
            Collections.reverse(page.entries);
        }
        Take later = amendments(query, page);
        later.entries.sort(Comparator.comparingLong(EntryRow::seq));
        return new EntryPage(page.entries, page.full, later.entries, later.full);
    }

    private Take amendments(PageQuery query, Take page) {
        // A page and its amendments are to fit into one message, so a long page leaves less to them.
        long leftBytes = Math.min(query.maxBytes() / 2, page.bytesLeft + query.maxBytes() / 2);
        Take later = new Take(MAX_AMENDMENTS, Math.max(0, leftBytes), false);
        if (!page.entries.isEmpty()) {
            long firstSeq = page.entries.get(0).seq();
            long lastSeq = page.entries.get(page.entries.size() - 1).seq();
            long conversation = query.conversation();
            statements.each(LAST_EDITS, later::takes, conversation, conversation, firstSeq, lastSeq, lastSeq);
            if (!later.full) {
                statements.each(ABOUT, later::takes, conversation, firstSeq, lastSeq, lastSeq);
            }
        }
        return later;
    }

    private static EntryRow entry(ResultSet row) throws SQLException {
        byte[] id = row.getBytes("message_id");
        return new EntryRow(
                row.getLong("seq"),
                row.getInt("kind"),
                id == null ? null : new MessageId(Bytes.takingOver(id)),
                row.getLong("author"),
                row.getString("author_name"),
                row.getLong("time_ms"),
                row.getLong("ref_seq"),
                Bytes.takingOver(row.getBytes("body")));
    }

    /** Takes rows while they fit. */
    private static final class Take {
        private final List<EntryRow> entries = new ArrayList<>();
        private final int limit;
        private final boolean alwaysOne;
        private long bytesLeft;
        private boolean full;

        Take(int limit, long maxBytes, boolean alwaysOne) {
            this.limit = limit;
            this.bytesLeft = maxBytes;
            this.alwaysOne = alwaysOne;
        }

        boolean takes(ResultSet row) throws SQLException {
            if (entries.size() >= limit) {
                full = true;
                return false;
            }
            EntryRow entry = entry(row);
            long costBytes = (long) entry.body().length() + ENTRY_OVERHEAD_BYTES;
            if (costBytes > bytesLeft && !(alwaysOne && entries.isEmpty())) {
                full = true;
                return false;
            }
            bytesLeft -= costBytes;
            entries.add(entry);
            return true;
        }
    }
}
