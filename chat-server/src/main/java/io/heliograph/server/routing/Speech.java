package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.Notice;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.store.EntryTable.Appended;
import io.heliograph.server.store.EntryTable.NewEntry;
import io.heliograph.server.store.Tables;
import org.jspecify.annotations.Nullable;

/**
 * What the server writes into a log itself (protocol.md 8.5): made on the loop, appended in a transaction, published
 * on the loop.
 *
 * <p>Immutable.
 */
record Speech(EntryKind kind, long conversation, long author, String from, long timeMs, long refSeq, Bytes body) {

    /** {@code actor} null: the server by itself. */
    static Speech of(
            EntryKind kind, Conversation where, @Nullable Account actor, String subject, String text, long timeMs) {
        Bytes body = MessageCodec.encode(new Notice(subject, text));
        return new Speech(kind, where.id(), idOf(actor), nameOf(actor), timeMs, 0, body);
    }

    /** About an entry. */
    static Speech about(EntryKind kind, Conversation where, Account actor, long refSeq, long timeMs) {
        Bytes body = MessageCodec.encode(new Notice("", ""));
        return new Speech(kind, where.id(), actor.id(), actor.name(), timeMs, refSeq, body);
    }

    /** In the transaction. */
    Appended append(Tables tables) {
        return append(tables, conversation);
    }

    /** Into a conversation that the same transaction has made. */
    Appended append(Tables tables, long conversationId) {
        return tables.entries()
                .append(new NewEntry(conversationId, kind.code(), null, author, from, timeMs, refSeq, body));
    }

    /** On the loop, once it is durable. */
    Entry entry(Appended appended) {
        return new Entry(appended.seq(), kind, null, from, appended.timeMs(), refSeq, body);
    }

    private static long idOf(@Nullable Account actor) {
        return actor == null ? 0 : actor.id();
    }

    private static String nameOf(@Nullable Account actor) {
        return actor == null ? "" : actor.name();
    }
}
