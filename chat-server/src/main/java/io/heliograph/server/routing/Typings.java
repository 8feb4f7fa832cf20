package io.heliograph.server.routing;

import io.heliograph.common.message.ClientMessage.Typing;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.conversation.RoomRules;
import io.heliograph.server.conversation.RoomRules.Action;
import io.heliograph.server.conversation.RoomRules.Standing;
import io.heliograph.server.session.Session;

/**
 * Passes on that somebody is typing, and keeps nothing of it (protocol.md 8.8).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Typings {
    private static final int MAX_MEMBERS = 50;

    private final Directory directory;

    Typings(Directory directory) {
        this.directory = directory;
    }

    void onTyping(Session session, Typing typing, long nowNs) {
        Account author = session.account();
        if (author == null || typing.to().isEmpty() || !session.mayType(nowNs)) {
            return;
        }
        if (typing.to().startsWith("#")) {
            Conversation room = directory.conversations().findRoom(typing.to());
            Member member = room == null ? null : room.member(author);
            if (room != null && member != null && maySpeak(room, member) && room.memberCount() <= MAX_MEMBERS) {
                for (Member other : room.members()) {
                    tell(author, other.account(), room.name());
                }
            }
        } else {
            Account target = directory.accounts().find(typing.to().substring(1));
            if (target != null) {
                tell(author, target, "@" + target.name());
            }
        }
    }

    private void tell(Account author, Account target, String where) {
        if (target != author) {
            ServerMessage notice = new ServerMessage.Typing(author.name(), where);
            directory.sessionsOf(target).forEach(session -> session.sendDatagram(notice));
        }
    }

    private boolean maySpeak(Conversation room, Member member) {
        return RoomRules.whyNot(Action.SPEAK, Standing.of(room, member, directory.nowMs())) == null;
    }
}
