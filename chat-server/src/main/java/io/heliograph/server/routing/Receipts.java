package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage.Marks;
import io.heliograph.common.message.Mark;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.OwnMarks;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import io.heliograph.server.store.AccountRow.Preferences;
import io.heliograph.server.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How far everybody has got: kept, and told to those whose messages it is about (protocol.md 8.7). Changes are
 * collected for half a second, so that a full room that reads along costs one write and one message.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Receipts {
    private static final long COLLECT_NS = TimeUnit.MILLISECONDS.toNanos(500);
    /** Receipts of a whole room fit into one message. */
    private static final int MAX_MARKS = 400;

    private final Directory directory;
    private final Store store;
    private final Map<Conversation, Map<Member, Moved>> collected = new LinkedHashMap<>();
    private long dueNs = Long.MAX_VALUE;

    Receipts(Directory directory, Store store) {
        this.directory = directory;
        this.store = store;
    }

    /** Where a member stood before. */
    private record Moved(long deliveredSeq, long readSeq) {}

    /** What a flush writes for one member. */
    private record Kept(long account, long deliveredSeq, long readSeq) {}

    void onMarks(Session session, Account account, Marks marks, long nowNs) {
        Conversation conversation = directory.conversations().find(marks.conversation());
        Member member = conversation == null ? null : conversation.member(account);
        if (conversation == null || member == null) {
            return; // left in the meantime
        }
        long last = conversation.log().nextSeq() - 1;
        Moved before = new Moved(member.deliveredSeq(), member.readSeq());
        if (member.advance(Math.min(last, marks.deliveredSeq()), Math.min(last, marks.readSeq()))) {
            collected
                    .computeIfAbsent(conversation, key -> new LinkedHashMap<>())
                    .putIfAbsent(member, before);
            dueNs = Math.min(dueNs, nowNs + COLLECT_NS);
            OwnMarks own = new OwnMarks(conversation.id(), member.deliveredSeq(), member.readSeq());
            for (Session other : directory.sessionsOf(account)) {
                if (other != session) {
                    other.send(own);
                }
            }
        }
    }

    void onTimeout(long nowNs) {
        if (nowNs < dueNs) {
            return;
        }
        dueNs = Long.MAX_VALUE;
        Map<Conversation, Map<Member, Moved>> batch = new LinkedHashMap<>(collected);
        collected.clear();
        batch.forEach(this::flush);
    }

    long nextTimeoutNs() {
        return dueNs;
    }

    private void flush(Conversation conversation, Map<Member, Moved> moved) {
        long id = conversation.id();
        List<Kept> kept = new ArrayList<>();
        long from = Long.MAX_VALUE;
        long upto = 0;
        for (Map.Entry<Member, Moved> entry : moved.entrySet()) {
            Member member = entry.getKey();
            kept.add(new Kept(member.account().id(), member.deliveredSeq(), member.readSeq()));
            from = Math.min(
                    from,
                    Math.min(entry.getValue().deliveredSeq(), entry.getValue().readSeq()));
            upto = Math.max(upto, member.deliveredSeq());
        }
        long after = from;
        long last = upto;
        store.write(
                tables -> {
                    kept.forEach(mark ->
                            tables.conversations().setMarks(id, mark.account(), mark.deliveredSeq(), mark.readSeq()));
                    return tables.entries().authors(id, after, last);
                },
                (authors, nowNs) -> tell(conversation, moved, new HashSet<>(authors)),
                // Marks are told again with the next ones; a server without a disk has other worries.
                (fault, nowNs) -> {});
    }

    private void tell(Conversation conversation, Map<Member, Moved> moved, Set<Long> authors) {
        List<Mark> marks = new ArrayList<>();
        for (Member member : moved.keySet()) {
            Mark mark = told(member);
            if (mark.deliveredSeq() > 0 || mark.readSeq() > 0) {
                marks.add(mark);
            }
        }
        for (int at = 0; at < marks.size(); at += MAX_MARKS) {
            List<Mark> page = marks.subList(at, Math.min(marks.size(), at + MAX_MARKS));
            Bytes encoded = MessageCodec.encode(new ServerMessage.Receipts(conversation.id(), page));
            for (long author : authors) {
                sendTo(conversation, author, encoded);
            }
        }
    }

    private void sendTo(Conversation conversation, long author, Bytes encoded) {
        Account account = directory.accounts().find(author);
        if (account != null && conversation.hasMember(account)) {
            directory.sessionsOf(account).forEach(session -> session.sendOn(SessionLink.NEWS_LANE, encoded));
        }
    }

    /** What others are told of a member's marks. */
    static Mark told(Member member) {
        Preferences preferences = member.account().preferences();
        return new Mark(
                member.account().name(),
                preferences.tellsDelivered() ? member.deliveredSeq() : 0,
                preferences.tellsRead() ? member.readSeq() : 0);
    }
}
