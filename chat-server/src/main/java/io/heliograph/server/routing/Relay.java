package io.heliograph.server.routing;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.EndToEndMessage;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.message.ServerMessage.Rejected;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.time.DeadlineQueue;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The relay's rules over sessions, without a socket: what a client says goes in, what others are told goes out through
 * their links.
 *
 * <p>One method per input; each leaves everything consistent. Not thread-safe; owned by the relay loop. {@code nowNs}
 * must never go back; the wall clock may jump and is only ever shown.
 */
public final class Relay {
    private static final int CLOSE_PROTOCOL = 3;
    private static final int CLOSE_NO_LOGIN = 4;
    private static final int CLOSE_OVERLOAD = 7;
    private static final long FIRST_LOGIN_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOGIN_DEADLINE_NS = TimeUnit.SECONDS.toNanos(60);

    private final RelayParts parts;
    private final DeadlineQueue<Session> loginDeadlines = new DeadlineQueue<>();
    private final Queue<Session> overloaded = new ArrayDeque<>();
    private long lastSessionId;
    private boolean accepting = true;

    /** Rules over what the store held when {@code parts} were made. */
    public Relay(RelayParts parts) {
        this.parts = parts;
    }

    // Commands of the operator

    /** Everybody who is logged in, rooms and sessions, for the console. */
    public Directory directory() {
        return parts.directory();
    }

    /** Logins that failed in a way that a guess would, since the start. */
    public long failedLoginCount() {
        return parts.entrance().failureCount();
    }

    /** Other limits from now on; nobody is disconnected. */
    public void reconfigure(RelayConfig config) {
        parts.directory().setConfig(config);
    }

    /** Accounts and what may be changed of them. */
    public AccountBook accounts() {
        return parts.accounts();
    }

    /** Who is kept out and let in. */
    public AccessBook access() {
        return parts.access();
    }

    /** As everybody sees {@code account}. */
    public UserEntry presenceOf(Account account, long nowNs) {
        return parts.presences().entryOf(account, nowNs);
    }

    /** What may be changed of rooms from outside. */
    public RoomBook roomBook() {
        return parts.roomBook();
    }

    /** Blobs, all together. */
    public FileBook files() {
        return parts.fileDesk().book();
    }

    /** A change that no client's request stands for; {@code refused} hears in one sentence why it cannot be stored. */
    public Change change(Consumer<String> refused) {
        return parts.change(refused);
    }

    /** Answers an administrator's lines; set once by who composes the server. */
    public void setOperatorCommands(OperatorCommands commands) {
        parts.adminDesk().setCommands(commands);
    }

    /** From now on nothing that clients say is taken: they will say it again to whoever comes after. */
    public void stopAccepting() {
        accepting = false;
    }

    // Inputs

    public Session onConnected(SessionLink link, long nowNs) {
        Session session = new Session(++lastSessionId, link, nowNs);
        session.setWhenReleased(thenNs -> goOn(session, thenNs));
        session.setWhenOverloaded(() -> overloaded.add(session));
        loginDeadlines.schedule(session, nowNs + FIRST_LOGIN_NS);
        parts.directory().add(session);
        return session;
    }

    /** A message arrived in order on a lane. */
    public void onMessage(Session session, Bytes octets, long nowNs) {
        if (session.isClosed() || !accepting) {
            return;
        }
        try {
            ClientMessage message = MessageCodec.decodeClient(octets);
            if (message == null) {
                return;
            }
            if (!session.mustWait()) {
                handle(session, message, nowNs);
            } else if (!session.keep(message)) {
                end(session, CLOSE_OVERLOAD, "too many messages are waiting", nowNs);
            }
        } catch (MalformedException e) {
            end(session, CLOSE_PROTOCOL, "malformed message: " + e.getMessage(), nowNs);
        }
    }

    /** An unrepeated message arrived. */
    public void onDatagram(Session session, Bytes octets, long nowNs) {
        if (session.isClosed() || session.account() == null) {
            return;
        }
        try {
            if (MessageCodec.decodeClient(octets) instanceof ClientMessage.Typing typing) {
                parts.typings().onTyping(session, typing, nowNs);
            }
        } catch (MalformedException e) {
            end(session, CLOSE_PROTOCOL, "malformed datagram: " + e.getMessage(), nowNs);
        }
    }

    /** The session's link has transmitted something and may take more. */
    public void onWritable(Session session) {
        session.onWritable();
        if (!session.isClosed()) {
            parts.sealedDesk().mailboxes().onWritable(session);
            parts.fileDesk().onWritable(session);
        }
    }

    /** The connection is gone. */
    public void onClosed(Session session, long nowNs) {
        loginDeadlines.cancel(session);
        parts.endings().depart(session, nowNs);
    }

    public void onTimeout(long nowNs) {
        for (Session full = overloaded.poll(); full != null; full = overloaded.poll()) {
            end(full, CLOSE_OVERLOAD, "answers are not taken", nowNs);
        }
        Session late = loginDeadlines.pollDue(nowNs);
        while (late != null) {
            onLate(late, nowNs);
            late = loginDeadlines.pollDue(nowNs);
        }
        if (accepting) {
            parts.posts().onTimeout(nowNs);
            parts.sealedDesk().mailboxes().onTimeout(nowNs);
        }
        parts.presences().onTimeout(nowNs);
        parts.receipts().onTimeout(nowNs);
        parts.retention().onTimeout(nowNs);
        parts.storeWatch().onTimeout(nowNs);
    }

    // Outputs

    public long nextTimeoutNs() {
        if (!overloaded.isEmpty()) {
            return 0; // at once
        }
        long next = Math.min(loginDeadlines.nextNs(), parts.presences().nextTimeoutNs());
        next = Math.min(
                next,
                Math.min(parts.receipts().nextTimeoutNs(), parts.retention().nextTimeoutNs()));
        next = Math.min(next, parts.storeWatch().nextTimeoutNs());
        if (accepting) {
            next = Math.min(next, parts.posts().nextTimeoutNs());
            next = Math.min(next, parts.sealedDesk().mailboxes().nextTimeoutNs());
        }
        return next;
    }

    /** Ends a connection from our side. */
    public void end(Session session, int code, String reason, long nowNs) {
        parts.endings().end(session, code, reason, nowNs);
        loginDeadlines.cancel(session);
    }

    // Private

    private void onLate(Session session, long nowNs) {
        boolean tried = session.isHeld() || session.hasTriedLogin();
        if (session.account() != null || session.isClosed()) {
            return;
        } else if (tried && nowNs - session.openedNs() < LOGIN_DEADLINE_NS) {
            loginDeadlines.schedule(session, session.openedNs() + LOGIN_DEADLINE_NS);
        } else {
            end(session, CLOSE_NO_LOGIN, tried ? "no login within 60 s" : "no login within 10 s", nowNs);
        }
    }

    /** Messages that had to wait have their turn. */
    private void goOn(Session session, long nowNs) {
        if (!accepting) {
            return;
        }
        parts.posts().onReleased(session, nowNs);
        for (ClientMessage next = session.pollKept(); next != null; next = session.pollKept()) {
            handle(session, next, nowNs);
        }
    }

    private void handle(Session session, ClientMessage message, long nowNs) {
        Account account = session.account();
        if (message instanceof ClientMessage.Login login) {
            parts.entrance().onLogin(session, login, nowNs);
        } else if (account == null) {
            end(session, CLOSE_PROTOCOL, "not logged in", nowNs);
        } else if (message instanceof ClientMessage.Post post) {
            if (!parts.posts().onPost(session, post, nowNs)) {
                end(session, CLOSE_OVERLOAD, "too many posts are waiting", nowNs);
            }
        } else if (message instanceof ClientMessage.Marks marks) {
            parts.receipts().onMarks(session, account, marks, nowNs);
        } else if (message instanceof ClientMessage.Typing typing) {
            parts.typings().onTyping(session, typing, nowNs);
        } else if (message instanceof ClientMessage.UnusablePost post) {
            session.send(new Rejected(post.id(), RefusalCode.MALFORMED, "This kind of post is not known here.", 0));
        } else if (message instanceof EndToEndMessage sealed) {
            parts.sealedDesk().onMessage(session, account, sealed, nowNs);
        } else if (message instanceof FileMessage file) {
            parts.fileDesk().onMessage(session, account, file, nowNs);
        } else if (message instanceof ClientMessage.Request request) {
            handleRequest(session, account, request, nowNs);
        } else {
            throw new AssertionError("unhandled: " + message);
        }
    }

    private void handleRequest(Session session, Account account, ClientMessage.Request request, long nowNs) {
        if (request instanceof ClientMessage.Join join) {
            parts.rooms().onJoin(session, account, join, nowNs);
        } else if (request instanceof ClientMessage.Leave leave) {
            parts.rooms().onLeave(session, account, leave, nowNs);
        } else if (request instanceof ClientMessage.History history) {
            parts.histories().onHistory(session, account, history);
        } else if (request instanceof ClientMessage.Members members) {
            parts.lists().onMembers(session, account, members);
        } else if (request instanceof ClientMessage.Rooms rooms) {
            parts.lists().onRooms(session, account, rooms);
        } else if (request instanceof ClientMessage.SetRoom order) {
            parts.roomModes().onSetRoom(session, account, order, nowNs);
        } else if (request instanceof ClientMessage.Moderate order) {
            parts.moderations().onModerate(session, account, order, nowNs);
        } else if (request instanceof ClientMessage.Pin pin) {
            parts.roomModes().onPin(session, account, pin, nowNs);
        } else if (request instanceof ClientMessage.Admin admin) {
            parts.adminDesk().onAdmin(session, admin);
        } else if (request instanceof ClientMessage.Unusable) {
            String text = "This number is not known here.";
            session.send(new Refused(request.request(), RefusalCode.BAD_VALUE, text));
        } else {
            parts.accountDesk().onRequest(session, account, request, nowNs);
        }
    }
}
