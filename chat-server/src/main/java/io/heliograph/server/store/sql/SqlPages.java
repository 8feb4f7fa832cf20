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
import java.util.List;

/** Cuts pages out of the logs. Not thread-safe; owned by the thread that owns the connection. */
final class SqlPages {
    /** What an entry costs beside its body, on the wire and in memory. */
    private static final int ENTRY_OVERHEAD_BYTES = 200;

    private static final int MAX_AMENDMENTS = 200;
    private static final String COLUMNS =
            "SELECT seq, kind, message_id, author, author_name, time_ms, ref_seq, body FROM entry";
    static final String RANGE = COLUMNS + " WHERE conversation = ? AND seq > ? AND seq < ? ORDER BY seq";

    /** The sums keep the planner from walking the log from {@code seq} on instead of looking up the references. */
    static final String ABOUT = COLUMNS
            + " WHERE conversation = ? AND ref_seq > 0 AND ref_seq BETWEEN ? AND ? AND seq + 0 > ?"
            + " ORDER BY seq + 0";

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
        return new EntryPage(page.entries, page.full, amendments(query, page.entries));
    }

    private List<EntryRow> amendments(PageQuery query, List<EntryRow> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        long firstSeq = entries.get(0).seq();
        long lastSeq = entries.get(entries.size() - 1).seq();
        Take later = new Take(MAX_AMENDMENTS, query.maxBytes() / 2, false);
        statements.each(ABOUT, later::takes, query.conversation(), firstSeq, lastSeq, lastSeq);
        return later.entries;
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

        Take(int limit, int maxBytes, boolean alwaysOne) {
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
            bytesLeft -= entry.body().length() + ENTRY_OVERHEAD_BYTES;
            if (bytesLeft < 0 && !(alwaysOne && entries.isEmpty())) {
                full = true;
                return false;
            }
            entries.add(entry);
            return true;
        }
    }
}
