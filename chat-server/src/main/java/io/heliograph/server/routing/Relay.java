package io.heliograph.server.routing;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.time.DeadlineQueue;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The relay's rules over sessions, without a socket: what a client says goes in, what others are told goes out
 * through their links.
 *
 * <p>One method per input; each leaves everything consistent. Not thread-safe; owned by the relay loop. {@code
 * nowNs} must never go
 * back; the wall clock may jump and is only ever shown.
 */
public final class Relay {
    private static final int CLOSE_PROTOCOL = 3;
    private static final int CLOSE_NO_LOGIN = 4;
    private static final int CLOSE_OVERLOAD = 7;
    private static final long LOGIN_DEADLINE_NS = TimeUnit.SECONDS.toNanos(10);

    private final Directory directory;
    private final Entrance entrance;
    private final Rooms rooms;
    private final Posts posts;
    private final Presences presences;
    private final DeadlineQueue<Session> loginDeadlines = new DeadlineQueue<>();
    private final AdminDesk adminDesk;
    private boolean accepting = true;

    /**
     * A relay that begins with nothing in its memory.
     *
     * @param wallMs milliseconds since 1970, for what people see
     * @param startedNs on the clock of all {@code nowNs}
     */
    public Relay(
            RelayConfig config,
            Credentials credentials,
            InstanceId instance,
            Workers workers,
            LongSupplier wallMs,
            long startedNs) {
        directory = new Directory(config, instance, wallMs, startedNs);
        presences = new Presences(directory);
        rooms = new Rooms(directory, config.maxRoomsPerUser());
        entrance = new Entrance(directory, rooms, presences, credentials, workers, config);
        posts = new Posts(directory, startedNs);
        adminDesk = new AdminDesk();
    }

    // Commands of the operator

    /** Everybody who is logged in, rooms and sessions, for the console. */
    public Directory directory() {
        return directory;
    }

    /** Answers an administrator's lines; set once by who composes the server. */
    public void setOperatorCommands(OperatorCommands commands) {
        adminDesk.setCommands(commands);
    }

    /** From now on nothing that clients say is taken: they will say it again to whoever comes after. */
    public void stopAccepting() {
        accepting = false;
    }

    // Inputs

    public Session onConnected(SessionLink link, long nowNs) {
        Session session = new Session(link, nowNs);
        loginDeadlines.schedule(session, nowNs + LOGIN_DEADLINE_NS);
        directory.add(session);
        return session;
    }

    /** A message arrived in order on a lane. */
    public void onMessage(Session session, Bytes octets, long nowNs) {
        if (session.isClosed() || !accepting) {
            return;
        }
        try {
            ClientMessage message = MessageCodec.decodeClient(octets);
            if (message != null) {
                handle(session, message, nowNs);
            }
        } catch (MalformedException e) {
            end(session, CLOSE_PROTOCOL, "malformed message: " + e.getMessage());
        }
    }

    /** An unrepeated message arrived. */
    public void onDatagram(Session session, Bytes octets, long nowNs) {
        if (session.isClosed() || session.user() == null) {
            return;
        }
        try {
            if (MessageCodec.decodeClient(octets) instanceof ClientMessage.Typing typing) {
                posts.onTyping(session, typing, nowNs);
            }
        } catch (MalformedException e) {
            end(session, CLOSE_PROTOCOL, "malformed datagram: " + e.getMessage());
        }
    }

    /** The session's link has transmitted something and may take more. */
    public void onWritable(Session session) {
        session.onWritable();
    }

    /** The connection is gone; {@code reason} is told to the rooms. */
    public void onClosed(Session session, String reason) {
        loginDeadlines.cancel(session);
        entrance.depart(session, reason);
    }

    public void onTimeout(long nowNs) {
        Session late = loginDeadlines.pollDue(nowNs);
        while (late != null) {
            if (late.user() == null) {
                end(late, CLOSE_NO_LOGIN, "no login within 10 s");
            }
            late = loginDeadlines.pollDue(nowNs);
        }
        if (accepting) {
            posts.onTimeout(nowNs);
        }
        presences.onTimeout(nowNs);
    }

    // Outputs

    public long nextTimeoutNs() {
        long next = Math.min(loginDeadlines.nextNs(), presences.nextTimeoutNs());
        return accepting ? Math.min(next, posts.nextTimeoutNs()) : next;
    }

    // Private

    private void handle(Session session, ClientMessage message, long nowNs) {
        if (message instanceof ClientMessage.Login login) {
            entrance.onLogin(session, login, nowNs);
        } else if (session.user() == null) {
            end(session, CLOSE_PROTOCOL, "not logged in");
        } else if (message instanceof ClientMessage.Post post) {
            if (!posts.onPost(session, post, nowNs)) {
                end(session, CLOSE_OVERLOAD, "too many posts are waiting");
            }
        } else if (message instanceof ClientMessage.Join join) {
            rooms.onJoin(session, join);
        } else if (message instanceof ClientMessage.Leave leave) {
            rooms.onLeave(session, leave);
        } else if (message instanceof ClientMessage.Admin admin) {
            adminDesk.onAdmin(session, admin);
        } else if (message instanceof ClientMessage.Typing typing) {
            posts.onTyping(session, typing, nowNs);
        } else {
            throw new AssertionError("unhandled: " + message);
        }
    }

    /** Ends a connection from our side. */
    public void end(Session session, int code, String reason) {
        session.link().close(code, reason);
        onClosed(session, reason);
    }

    /** The session of a user who is connected; null if there is none. */
    public @Nullable Session sessionOf(String name) {
        return directory.sessionOfName(name);
    }
}
