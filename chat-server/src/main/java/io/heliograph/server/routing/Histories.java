package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage.History;
import io.heliograph.common.message.Coded;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.Page;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.EntryTable.EntryPage;
import io.heliograph.server.store.EntryTable.EntryRow;
import io.heliograph.server.store.EntryTable.PageQuery;
import io.heliograph.server.store.Store;

/**
 * Pages of the log (protocol.md 8.6).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Histories {
    /** With its amendments, half as much, a page fits into a message of 65,536 bytes (protocol.md 8.6). */
    private static final int MAX_PAGE_BYTES = 40 * 1024;

    private final Directory directory;
    private final Store store;

    Histories(Directory directory, Store store) {
        this.directory = directory;
        this.store = store;
    }

    void onHistory(Session session, Account account, History asked) {
        Conversation conversation = directory.conversations().find(asked.conversation());
        if (conversation == null || !conversation.hasMember(account)) {
            session.send(new Refused(asked.request(), RefusalCode.NOT_A_MEMBER, "You are not in this conversation."));
            return;
        }
        PageQuery query = new PageQuery(
                asked.conversation(),
                asked.afterSeq(),
                asked.beforeSeq() == 0 ? Long.MAX_VALUE : asked.beforeSeq(),
                asked.newest(),
                asked.limit(),
                MAX_PAGE_BYTES);
        Pages.read(
                store,
                session,
                asked.request(),
                tables -> encode(asked, tables.entries().page(query)));
    }

    private static Bytes encode(History asked, EntryPage page) {
        return MessageCodec.encode(new Page(
                asked.request(),
                asked.conversation(),
                page.more(),
                page.entries().stream().map(Histories::toEntry).toList(),
                page.amendments().stream().map(Histories::toEntry).toList(),
                page.cut()));
    }

    private static Entry toEntry(EntryRow row) {
        return new Entry(
                row.seq(),
                Coded.ofCode(EntryKind.class, row.kind()),
                row.id(),
                row.authorName(),
                row.timeMs(),
                row.refSeq(),
                row.body());
    }
}
