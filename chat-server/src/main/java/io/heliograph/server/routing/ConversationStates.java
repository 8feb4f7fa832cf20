package io.heliograph.server.routing;

import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.EntryTable.UnreadRow;
import io.heliograph.server.store.RoomInviteRow;
import io.heliograph.server.store.RoomSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells members how their conversations stand (protocol.md 8.1).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class ConversationStates {
    private final Directory directory;

    ConversationStates(Directory directory) {
        this.directory = directory;
    }

    /** How many {@link #sendAll} will send. */
    int countOf(Account account) {
        return directory.conversations().countOf(account);
    }

    /**
     * Behind WELCOME: every conversation, then open invitations; from here on the session is sent what is appended.
     *
     * @param rows what the store said of the account's conversations a moment ago
     */
    void sendAll(Session session, Account account, List<UnreadRow> rows) {
        Map<Long, UnreadRow> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.conversation(), row));
        for (Conversation conversation : directory.conversations().of(account)) {
            sendAndFollow(session, account, conversation, byId.get(conversation.id()), 0);
        }
        for (Conversation room : directory.conversations().rooms()) {
            RoomInviteRow invite = room.inviteOf(account);
            if (invite != null && !room.hasMember(account)) {
                session.send(new ServerMessage.Invited(room.name(), invite.by()));
            }
        }
    }

    /** {@code row} null: nothing was stored before this moment that the account has not seen. */
    void sendAndFollow(
            Session session, Account account, Conversation conversation, @Nullable UnreadRow row, int request) {
        Member member = conversation.member(account);
        if (member != null) {
            UnreadRow now = row != null ? row : nothingUnread(conversation);
            session.send(new ServerMessage.Conversation(request, stateOf(conversation, member, now)));
            session.follow(conversation.id(), conversation.log(), now.nextSeq());
        }
    }

    /** Something of it has changed: tells all members; the numbers in it are to be ignored. */
    void tellMembers(Conversation conversation) {
        for (Member member : conversation.members()) {
            tell(conversation, member);
        }
    }

    void tell(Conversation conversation, Member member) {
        List<Session> sessions = directory.sessionsOf(member.account());
        if (!sessions.isEmpty()) {
            ConversationState state = stateOf(conversation, member, nothingUnread(conversation));
            sessions.forEach(session -> session.send(new ServerMessage.Conversation(0, state)));
        }
    }

    private static UnreadRow nothingUnread(Conversation conversation) {
        return new UnreadRow(
                conversation.id(),
                conversation.log().nextSeq(),
                conversation.log().firstSeq(),
                0);
    }

    private static ConversationState stateOf(Conversation conversation, Member member, UnreadRow row) {
        RoomSettings settings = conversation.settings();
        return new ConversationState(
                conversation.id(),
                conversation.kind(),
                conversation.nameFor(member.account()),
                settings.topic(),
                settings.description(),
                conversation.access(),
                settings.announceOnly(),
                settings.slowModeS(),
                settings.retentionDays(),
                member.effectiveRole(),
                member.mutedUntilMs(),
                conversation.memberCount(),
                row.nextSeq(),
                row.firstSeq(),
                member.deliveredSeq(),
                member.readSeq(),
                row.unreadCount(),
                conversation.lastActivityMs(),
                conversation.pins(),
                conversation.rollCount());
    }
}
