package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.Presence;
import io.heliograph.common.message.ServerMessage.Users;
import io.heliograph.common.message.UserPresence;
import io.heliograph.common.time.DeadlineQueue;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import io.heliograph.server.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who can be reached, and telling everybody (protocol.md 5.7, 7.3).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Presences {
    static final long AWAY_AFTER_NS = TimeUnit.SECONDS.toNanos(60);
    static final long OFFLINE_AFTER_NS = TimeUnit.SECONDS.toNanos(90);
    private static final long LOOK_EVERY_NS = TimeUnit.SECONDS.toNanos(15);

    private final Directory directory;
    private final DeadlineQueue<Session> looks = new DeadlineQueue<>();

    Presences(Directory directory) {
        this.directory = directory;
    }

    /** Call when {@code session} is bound to {@code user} and has been welcomed. */
    void onEntered(Session session, User user, long nowNs) {
        session.showPresence(PresenceState.ONLINE);
        sendList(session);
        tellOthers(user, PresenceState.ONLINE);
        looks.schedule(session, nowNs + AWAY_AFTER_NS);
    }

    /** Call when {@code user} is no longer known. */
    void onDeparted(Session session, User user) {
        forget(session);
        tellOthers(user, PresenceState.OFFLINE);
    }

    void forget(Session session) {
        looks.cancel(session);
    }

    void onTimeout(long nowNs) {
        Session session = looks.pollDue(nowNs);
        while (session != null) {
            look(session, nowNs);
            session = looks.pollDue(nowNs);
        }
    }

    long nextTimeoutNs() {
        return looks.nextNs();
    }

    private void look(Session session, long nowNs) {
        User user = session.user();
        if (session.isClosed() || user == null) {
            return;
        }
        long silentNs = session.link().silentForNs(nowNs);
        PresenceState state = silentNs >= OFFLINE_AFTER_NS
                ? PresenceState.OFFLINE
                : silentNs >= AWAY_AFTER_NS ? PresenceState.AWAY : PresenceState.ONLINE;
        if (state != session.shownPresence()) {
            session.showPresence(state);
            tellOthers(user, state);
        }
        looks.schedule(session, nowNs + Math.max(LOOK_EVERY_NS, AWAY_AFTER_NS - silentNs));
    }

    private void sendList(Session session) {
        List<UserPresence> page = new ArrayList<>();
        for (User user : directory.users().users()) {
            if (page.size() == Bounds.MAX_USERS_PER_PAGE) {
                session.link().send(SessionLink.NEWS_LANE, MessageCodec.encode(new Users(true, page)));
                page.clear();
            }
            Session other = directory.sessionOf(user);
            PresenceState state = other == null ? PresenceState.OFFLINE : other.shownPresence();
            page.add(new UserPresence(user.name(), state));
        }
        session.link().send(SessionLink.NEWS_LANE, MessageCodec.encode(new Users(false, page)));
    }

    private void tellOthers(User user, PresenceState state) {
        ServerMessage news = new Presence(new UserPresence(user.name(), state));
        Bytes encoded = MessageCodec.encode(news);
        for (Session other : directory.userSessions()) {
            if (other.user() != user) {
                other.link().send(SessionLink.NEWS_LANE, encoded);
            }
        }
    }
}
