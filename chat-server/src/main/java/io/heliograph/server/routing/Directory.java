package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.server.log.MessageLog;
import io.heliograph.server.room.Room;
import io.heliograph.server.room.RoomRegistry;
import io.heliograph.server.session.Session;
import io.heliograph.server.user.User;
import io.heliograph.server.user.UserRegistry;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the relay knows at this moment: sessions, users, rooms, and who is connected as whom.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Directory {
    private final String serverName;
    private final InstanceId instance;
    private final LongSupplier wallMs;
    private final long startedNs;
    private final RoomRegistry rooms;
    private final UserRegistry users;
    private final Set<Session> sessions = new LinkedHashSet<>();
    private final Map<User, Session> sessionsByUser = new LinkedHashMap<>();

    Directory(RelayConfig config, InstanceId instance, LongSupplier wallMs, long startedNs) {
        this.serverName = config.serverName();
        this.instance = instance;
        this.wallMs = wallMs;
        this.startedNs = startedNs;
        this.rooms = new RoomRegistry(config.rooms());
        this.users = new UserRegistry(config.maxUsers(), config.mailboxEntries(), config.mailboxBytes());
    }

    public String serverName() {
        return serverName;
    }

    public InstanceId instance() {
        return instance;
    }

    public long nowMs() {
        return wallMs.getAsLong();
    }

    public long startedNs() {
        return startedNs;
    }

    public RoomRegistry rooms() {
        return rooms;
    }

    public UserRegistry users() {
        return users;
    }

    /** Logged in or not. */
    public Collection<Session> sessions() {
        return Collections.unmodifiableSet(sessions);
    }

    /** Sessions that have logged in. */
    public Collection<Session> userSessions() {
        return Collections.unmodifiableCollection(sessionsByUser.values());
    }

    public @Nullable Session sessionOf(User user) {
        return sessionsByUser.get(user);
    }

    public @Nullable Session sessionOfName(String name) {
        User user = users.find(name);
        return user == null ? null : sessionsByUser.get(user);
    }

    void add(Session session) {
        sessions.add(session);
    }

    void bind(User user, Session session) {
        sessionsByUser.put(user, session);
    }

    /** Forgets the session. True if it was the one its user speaks through. */
    boolean remove(Session session) {
        sessions.remove(session);
        User user = session.user();
        return user != null && sessionsByUser.remove(user, session);
    }

    /** Tells everybody who is logged in. */
    public void sendToAll(ServerMessage message) {
        List.copyOf(sessionsByUser.values()).forEach(session -> session.send(message));
    }

    /** Appends to the room's log and passes it on to the members who are up to date. */
    void publish(Room room, String author, ServerMessage message) {
        room.log().append(new MessageLog.Entry(author, MessageCodec.encode(message)));
        for (User member : room.members()) {
            Session session = sessionsByUser.get(member);
            if (session != null) {
                session.onAppended(room.log());
            }
        }
    }
}
