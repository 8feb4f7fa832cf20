package io.heliograph.server.routing;

import io.heliograph.server.account.Account;
import io.heliograph.server.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * How sessions end, whoever wants it.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Endings {
    static final int CLOSE_KICKED = 2;
    static final int CLOSE_REPLACED = 5;

    private final Directory directory;
    private final Presences presences;
    private final List<Consumer<Session>> followers = new ArrayList<>();

    Endings(Directory directory, Presences presences) {
        this.directory = directory;
        this.presences = presences;
    }

    /** Lets {@code follower} forget each session that is gone. */
    void tell(Consumer<Session> follower) {
        followers.add(follower);
    }

    /** The connection is gone. */
    void depart(Session session, long nowNs) {
        if (session.isClosed()) {
            return;
        }
        session.markClosed();
        directory.remove(session);
        presences.onDeparted(session, nowNs);
        followers.forEach(follower -> follower.accept(session));
    }

    /** Ends a connection from our side. */
    void end(Session session, int code, String reason, long nowNs) {
        if (!session.isClosed()) {
            session.link().close(code, reason);
            depart(session, nowNs);
        }
    }

    /** Throws out an account's sessions; how many. */
    int endSessions(Account account, Predicate<Session> which, String reason, long nowNs) {
        int count = 0;
        for (Session session : List.copyOf(directory.sessionsOf(account))) {
            if (which.test(session)) {
                end(session, CLOSE_KICKED, reason, nowNs);
                count++;
            }
        }
        return count;
    }
}
