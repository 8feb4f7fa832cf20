package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.EndToEndMessage.AppendRoll;
import io.heliograph.common.message.EndToEndMessage.ReadRoll;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.message.ServerMessage.RollPage;
import io.heliograph.common.message.ServerMessage.Rolled;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.Tables;
import java.util.List;

/**
 * The rolls of rooms (protocol.md 13.4). Their entries are the members' own business: the server numbers them, keeps
 * them
 * and passes them on.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Rolls {
    private static final long MAX_ENTRIES = 20_000;
    private static final int BURST = 40;
    private static final double PER_SECOND = 20 / 60.0;
    private static final int MAX_PAGE_BYTES = 40 * 1024;

    private final Directory directory;
    private final Store store;
    private final Allowances<Long> authors = new Allowances<>();

    Rolls(Directory directory, Store store) {
        this.directory = directory;
        this.store = store;
    }

    /** What the transaction found. */
    private enum Outcome {
        APPENDED,
        STALE,
        FULL
    }

    void onAppend(Session session, Account account, AppendRoll asked, long nowNs) {
        Conversation room = directory.conversations().find(asked.conversation());
        if (room == null || !room.hasMember(account)) {
            session.send(new Refused(asked.request(), RefusalCode.NOT_A_MEMBER, "You are not in this room."));
        } else if (!room.isRoom()) {
            session.send(new Refused(asked.request(), RefusalCode.BAD_VALUE, "Only a room has a roll."));
        } else if (authors.isEmptyFor(account.id(), nowNs)) {
            String text = "Too many changes of members at once: wait a moment.";
            session.send(new Refused(asked.request(), RefusalCode.BUSY, text));
        } else {
            Decision.begin(
                    store, session, asked.request(), null, nowNs, decision -> commit(decision, account, room, asked));
        }
    }

    private void commit(Decision decision, Account account, Conversation room, AppendRoll asked) {
        decision.commit(tables -> append(tables, asked), (outcome, nowNs) -> {
            switch (outcome) {
                case APPENDED -> {
                    // Only what was appended counts: who is late has to try again.
                    authors.take(account.id(), BURST, PER_SECOND, nowNs);
                    room.setRollCount(asked.index());
                    tell(room, new Rolled(room.id(), asked.index(), asked.entry()));
                    decision.answerDone();
                }
                case STALE ->
                    decision.answerRefused(
                            RefusalCode.STALE, "The roll has gone on meanwhile: read it and sign the entry anew.");
                case FULL ->
                    decision.answerRefused(
                            RefusalCode.TOO_LARGE,
                            "A roll has at most " + MAX_ENTRIES + " entries: make another room.");
            }
        });
    }

    private static Outcome append(Tables tables, AppendRoll asked) {
        long count = tables.rolls().count(asked.conversation());
        if (asked.index() != count + 1) {
            return Outcome.STALE;
        } else if (count >= MAX_ENTRIES) {
            return Outcome.FULL;
        }
        tables.rolls().append(asked.conversation(), asked.index(), asked.entry());
        return Outcome.APPENDED;
    }

    private void tell(Conversation room, Rolled rolled) {
        for (Member member : room.members()) {
            directory.sendTo(member.account(), rolled);
        }
    }

    void onRead(Session session, Account account, ReadRoll asked) {
        Conversation room = directory.conversations().find(asked.conversation());
        if (room == null || !room.hasMember(account)) {
            session.send(new Refused(asked.request(), RefusalCode.NOT_A_MEMBER, "You are not in this conversation."));
            return;
        }
        Pages.read(store, session, asked.request(), tables -> page(tables, asked));
    }

    private static Bytes page(Tables tables, ReadRoll asked) {
        long id = asked.conversation();
        long count = tables.rolls().count(id);
        long after = Math.min(asked.afterIndex(), count); // whatever was asked for: the answer's numbers stay in bounds
        List<Bytes> entries = tables.rolls().page(id, after, Bounds.MAX_LIST_ENTRIES, MAX_PAGE_BYTES);
        boolean more = after + entries.size() < count;
        return MessageCodec.encode(new RollPage(asked.request(), id, more, after + 1, entries));
    }
}
