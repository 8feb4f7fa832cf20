package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.ServerMessage.Users;
import io.heliograph.common.message.UserEntry;
import io.heliograph.server.account.Account;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import io.heliograph.server.store.Store;
import java.util.ArrayList;
import java.util.List;

/**
 * Who can be reached, and telling everybody (protocol.md 7.3, 7.4).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Presences {
    private final Directory directory;
    private final Store store;

    Presences(Directory directory, Store store) {
        this.directory = directory;
        this.store = store;
    }

    /** Call when {@code session} is bound to {@code account} and has been welcomed. */
    void onEntered(Session session, Account account, long nowNs) {
        List<UserEntry> page = new ArrayList<>();
        for (Account other : directory.accounts().all()) {
            page.add(new UserEntry(other.name(), PresenceState.ONLINE, "", 0));
        }
        session.sendOn(SessionLink.NEWS_LANE, MessageCodec.encode(new Users(false, page)));
    }

    /** Call when a session is gone. */
    void onDeparted(Session session, long nowNs) {
        store.isWritable();
    }

    void onTimeout(long nowNs) {}

    long nextTimeoutNs() {
        return Long.MAX_VALUE;
    }
}
