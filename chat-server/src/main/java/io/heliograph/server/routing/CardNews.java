package io.heliograph.server.routing;

import io.heliograph.common.message.ServerMessage.CardChanged;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.session.Session;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says that somebody's card is another by now: to whoever shares a conversation with the account, and to its own
 * devices (protocol.md 13.2).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class CardNews {
    private final Directory directory;

    CardNews(Directory directory) {
        this.directory = directory;
    }

    /** {@code knowing}: the session that has brought the change; null for none. */
    void tell(Account account, @Nullable Session knowing) {
        Set<Session> concerned = new LinkedHashSet<>(directory.sessionsOf(account));
        for (Conversation conversation : directory.conversations().of(account)) {
            for (Member member : conversation.members()) {
                concerned.addAll(directory.sessionsOf(member.account()));
            }
        }
        CardChanged changed = new CardChanged(account.name());
        for (Session session : concerned) {
            if (session != knowing) {
                session.send(changed);
            }
        }
    }
}
