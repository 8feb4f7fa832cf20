package io.heliograph.server.routing;

import io.heliograph.common.message.ClientMessage.Post;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.ServerMessage.Posted;
import io.heliograph.common.message.ServerMessage.Rejected;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.ConversationRegistry;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.conversation.RoomRules;
import io.heliograph.server.conversation.RoomRules.Action;
import io.heliograph.server.conversation.RoomRules.Standing;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.ConversationRow;
import io.heliograph.server.store.ConversationTable;
import io.heliograph.server.store.EntryTable.Appended;
import io.heliograph.server.store.EntryTable.EntryHead;
import io.heliograph.server.store.EntryTable.NewEntry;
import io.heliograph.server.store.EntryTable.UnreadRow;
import io.heliograph.server.store.RoomSettings;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.StoreFault;
import io.heliograph.server.store.Tables;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores what may be said, once, and only then answers and passes it on (protocol.md 8.4).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class PostLedger {
    private static final long READ_ONLY_RETRY_MS = 5_000;
    private static final long BUSY_RETRY_MS = 500;

    private final Directory directory;
    private final Store store;
    private final ConversationStates states;

    PostLedger(Directory directory, Store store, ConversationStates states) {
        this.directory = directory;
        this.store = store;
        this.states = states;
    }

    /** What the transaction did: one of the two. */
    private record Outcome(
            @Nullable Appended appended, @Nullable String refusal) {}

    /** A direct conversation that the transaction has made; {@code appended} is its first entry or a repetition. */
    private record Begun(long conversation, Appended appended) {}

    /** Into a conversation of which the author is a member. */
    void store(Session session, Member author, Conversation conversation, Post post) {
        NewEntry entry = entryOf(conversation.id(), author.account(), post, directory.nowMs());
        boolean deletesOthers =
                RoomRules.whyNot(Action.DELETE_OTHERS, Standing.of(conversation, author, directory.nowMs())) == null;
        store.write(
                tables -> append(tables, entry, deletesOthers),
                (outcome, nowNs) -> {
                    Appended appended = outcome.appended();
                    if (appended == null) {
                        String text = "There is no such message of yours.";
                        session.send(new Rejected(post.id(), String.valueOf(outcome.refusal()), text, 0));
                    } else {
                        answer(session, post, appended);
                        publish(session, author, conversation, post, appended);
                    }
                },
                (fault, nowNs) -> rejectForNow(session, post, fault));
    }

    /** A post that may not be stored now may have been, before the rules changed: then its first answer stands. */
    void repeatOr(Session session, Account author, Post post, String code, String text) {
        store.read(
                tables -> {
                    Appended first = tables.entries().accepted(author.id(), post.id());
                    return new Outcome(first, code);
                },
                (outcome, nowNs) -> {
                    Appended first = outcome.appended();
                    if (first != null) {
                        answer(session, post, first);
                    } else {
                        session.send(new Rejected(post.id(), code, text, 0));
                    }
                },
                (fault, nowNs) -> rejectForNow(session, post, fault));
    }

    /** The first words between two accounts; what the author says next waits. */
    void beginDirect(Session session, Account author, Account target, Post post, long nowNs) {
        String skeleton = ConversationRegistry.directSkeleton(author, target);
        long nowMs = directory.nowMs();
        session.hold();
        store.write(
                tables -> storeDirect(tables, author, target, post, nowMs),
                (stored, thenNs) -> {
                    Begun begun = stored.orElse(null);
                    Conversation known = directory.conversations().findDirect(author, target);
                    Member member = known == null ? null : known.member(author);
                    if (begun != null && begun.appended().repeated()) {
                        answer(session, post, begun.appended());
                    } else if (begun != null) {
                        open(begun, skeleton, author, target, nowMs);
                        finishDirect(session, author, target, post, begun.appended());
                    } else if (known != null && member != null) {
                        store(session, member, known, post);
                    } else {
                        String text = "The conversation with " + target.name() + " cannot be had yet: try again.";
                        session.send(new Rejected(post.id(), RefusalCode.BUSY, text, BUSY_RETRY_MS));
                    }
                    session.release(thenNs);
                },
                (fault, thenNs) -> {
                    rejectForNow(session, post, fault);
                    session.release(thenNs);
                });
    }

    // Private: in the transaction

    private static Outcome append(Tables tables, NewEntry entry, boolean deletesOthers) {
        if (entry.refSeq() > 0) {
            EntryHead head = tables.entries().head(entry.conversation(), entry.refSeq());
            boolean delete = entry.kind() == EntryKind.DELETE.code();
            if (head == null || !mayAmend(head, entry, deletesOthers)) {
                return new Outcome(null, RefusalCode.NO_SUCH_ENTRY);
            }
            if (delete) {
                tables.entries().erase(entry.conversation(), entry.refSeq());
            }
        }
        Appended appended = tables.entries().append(entry);
        if (!appended.repeated() && entry.kind() == EntryKind.MESSAGE.code()) {
            tables.conversations().setMarks(entry.conversation(), entry.author(), appended.seq(), appended.seq());
        }
        return new Outcome(appended, null);
    }

    private static boolean mayAmend(EntryHead head, NewEntry entry, boolean deletesOthers) {
        boolean own = head.author() == entry.author();
        if (head.kind() != EntryKind.MESSAGE.code()) {
            return false;
        } else if (entry.kind() == EntryKind.DELETE.code()) {
            return own || deletesOthers; // of what is deleted too: it may be a repetition
        }
        return !head.erased() && (own || entry.kind() != EntryKind.EDIT.code());
    }

    /** Empty if the two have one already. */
    private static Optional<Begun> storeDirect(Tables tables, Account author, Account target, Post post, long nowMs) {
        Appended first = tables.entries().accepted(author.id(), post.id());
        if (first != null) {
            return Optional.of(new Begun(first.conversation(), first));
        }
        String skeleton = ConversationRegistry.directSkeleton(author, target);
        long id = tables.conversations()
                .add(new ConversationRow.New(
                        ConversationKind.DIRECT.code(), "", skeleton, RoomSettings.STANDARD, nowMs));
        if (id == ConversationTable.TAKEN) {
            return Optional.empty();
        }
        tables.conversations().putMember(id, author.id(), Role.MEMBER.code(), 0, nowMs);
        tables.conversations().putMember(id, target.id(), Role.MEMBER.code(), 0, nowMs);
        Appended appended = tables.entries().append(entryOf(id, author, post, nowMs));
        tables.conversations().setMarks(id, author.id(), appended.seq(), appended.seq());
        return Optional.of(new Begun(id, appended));
    }

    private static NewEntry entryOf(long conversation, Account author, Post post, long nowMs) {
        return new NewEntry(
                conversation,
                post.kind().code(),
                post.id(),
                author.id(),
                author.name(),
                nowMs,
                post.refSeq(),
                post.kind() == EntryKind.DELETE ? Bytes.EMPTY : post.body());
    }

    // Private: when it is durable

    private void open(Begun begun, String skeleton, Account author, Account target, long nowMs) {
        long firstSeq = begun.appended().seq();
        Conversation direct = new Conversation(
                begun.conversation(),
                ConversationKind.DIRECT,
                "",
                skeleton,
                RoomSettings.STANDARD,
                directory.newWindow(firstSeq));
        direct.putMember(new Member(author, Role.MEMBER, 0, nowMs));
        direct.putMember(new Member(target, Role.MEMBER, 0, nowMs));
        directory.conversations().add(direct);
        UnreadRow fresh = new UnreadRow(direct.id(), firstSeq, firstSeq, 0);
        for (Member member : direct.members()) {
            for (Session session : directory.sessionsOf(member.account())) {
                states.sendAndFollow(session, member.account(), direct, fresh, 0);
            }
        }
    }

    private void finishDirect(Session session, Account author, Account target, Post post, Appended appended) {
        Conversation direct = directory.conversations().findDirect(author, target);
        Member member = direct == null ? null : direct.member(author);
        if (direct != null && member != null) {
            answer(session, post, appended);
            publish(session, member, direct, post, appended);
        }
    }

    private void publish(Session session, Member author, Conversation conversation, Post post, Appended appended) {
        if (appended.repeated()) {
            return;
        }
        if (post.kind() == EntryKind.MESSAGE) {
            author.advance(appended.seq(), appended.seq());
            conversation.setLastActivityMs(appended.timeMs());
        }
        Entry entry = new Entry(
                appended.seq(),
                post.kind(),
                post.id(),
                author.account().name(),
                appended.timeMs(),
                post.refSeq(),
                post.kind() == EntryKind.DELETE ? Bytes.EMPTY : post.body());
        directory.publish(conversation, session.id(), entry);
    }

    private static void answer(Session session, Post post, Appended appended) {
        session.send(new Posted(post.id(), appended.conversation(), appended.seq(), appended.timeMs()));
    }

    private static void rejectForNow(Session session, Post post, StoreFault fault) {
        long retryMs = fault == StoreFault.READ_ONLY ? READ_ONLY_RETRY_MS : BUSY_RETRY_MS;
        session.send(new Rejected(
                post.id(), Decision.codeOf(fault), Decision.textOf(fault), fault == StoreFault.DEFECT ? 0 : retryMs));
    }
}
