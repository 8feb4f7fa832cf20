package io.heliograph.server.routing;

import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage.Login;
import io.heliograph.common.message.LoginProof;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.message.ServerMessage.Welcome;
import io.heliograph.common.name.NameRules;
import io.heliograph.common.name.Skeleton;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import io.heliograph.server.session.TokenBucket;
import io.heliograph.server.user.User;
import org.jspecify.annotations.Nullable;

/**
 * Logins and departures (protocol.md 7.1). A name belongs to the device that claimed it; the same device
 * logging in again takes
 * over, so that a client that crashed is not kept out by its own ghost.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Entrance {
    private static final int LOGIN_REQUEST = 0;
    private static final int CLOSE_REPLACED = 5;

    private final Directory directory;
    private final Rooms rooms;
    private final Presences presences;
    private final Credentials credentials;
    private final Workers workers;
    private final RelayConfig config;
    private final LoginThrottle throttle;

    Entrance(
            Directory directory,
            Rooms rooms,
            Presences presences,
            Credentials credentials,
            Workers workers,
            RelayConfig config) {
        this.directory = directory;
        this.rooms = rooms;
        this.presences = presences;
        this.credentials = credentials;
        this.workers = workers;
        this.config = config;
        this.throttle = new LoginThrottle(config.loginFailuresPerMinute());
    }

    void onLogin(Session session, Login login, long nowNs) {
        if (session.user() != null || session.isLoginPending()) {
            return; // a repeated login changes nothing
        }
        if (!throttle.mayTry(login.name(), session.link().address(), nowNs)) {
            refuse(session, RefusalCode.THROTTLED, "Too many failed logins: wait a minute and try again.");
            return;
        }
        session.beginLogin();
        // A signature check costs as much as twenty deliveries: not on the loop.
        boolean accepted = workers.submit(() -> hasProof(session.link(), login), (proven, thenNs) -> {
            if (!session.isClosed()) {
                onProofChecked(session, login, proven, thenNs);
            }
        });
        if (!accepted) {
            session.failLogin();
            refuse(session, RefusalCode.SERVER_FULL, "The server is busy: try again in a moment.");
        }
    }

    /** The connection is gone. */
    void depart(Session session, String reason) {
        if (session.isClosed()) {
            return;
        }
        session.markClosed();
        User user = session.user();
        boolean wasCurrent = directory.remove(session);
        if (user != null && wasCurrent) {
            rooms.onDeparted(user, reason);
            directory.users().release(user);
            presences.onDeparted(session, user);
        }
    }

    private static boolean hasProof(SessionLink link, Login login) {
        byte[] signed = LoginProof.signedOctets(link.exporter().asReadOnlyArray(), login.name());
        return new IdentityPublicKey(login.device()).verify(signed, login.proof());
    }

    private void onProofChecked(Session session, Login login, boolean proven, long nowNs) {
        session.failLogin();
        String name = NameRules.normalise(login.name());
        String whyNot = NameRules.whyNotAName(name);
        if (!proven) {
            fail(session, login, RefusalCode.BAD_PROOF, "The device's signature is not valid.", nowNs);
        } else if (!credentials.admits(login.password())) {
            fail(session, login, RefusalCode.WRONG_PASSWORD, "The server's password is wrong.", nowNs);
        } else if (whyNot != null) {
            refuse(session, RefusalCode.NAME_MALFORMED, whyNot);
        } else if (!login.adminToken().isEmpty() && !isTokenFor(login)) {
            fail(session, login, RefusalCode.WRONG_TOKEN, "The administrator token is wrong or used up.", nowNs);
        } else {
            claim(session, login, name, nowNs);
        }
    }

    private boolean isTokenFor(Login login) {
        return credentials.isAdmin(login.device()) || credentials.isAdminToken(login.adminToken());
    }

    private void claim(Session session, Login login, String name, long nowNs) {
        User holder = directory.users().find(name);
        if (holder != null && !holder.device().equals(login.device())) {
            refuse(session, RefusalCode.NAME_TAKEN, "The name \"" + holder.name() + "\" is taken: choose another one.");
        } else if (holder == null && directory.users().isFull()) {
            refuse(session, RefusalCode.SERVER_FULL, "The server is full: try again later.");
        } else {
            if (!login.adminToken().isEmpty()) {
                credentials.makeAdmin(login.device());
            }
            User user = holder != null ? holder : directory.users().claim(name, login.device());
            enter(session, login, user, nowNs);
        }
    }

    private void enter(Session session, Login login, User user, long nowNs) {
        replace(directory.sessionOf(user));
        boolean admin = credentials.isAdmin(login.device());
        session.completeLogin(user, admin, new TokenBucket(config.postBurst(), config.postsPerSecond(), nowNs));
        directory.bind(user, session);
        session.send(new Welcome(
                user.name(),
                directory.instance(),
                directory.serverName(),
                directory.nowMs(),
                admin,
                ServerVersion.TEXT,
                Bounds.MAX_BODY_BYTES));
        boolean returns = login.instance().equals(directory.instance());
        long after = returns ? login.mailboxAfter() : 0;
        session.follow("", user.mailbox(), user.mailbox().following(after));
        presences.onEntered(session, user, nowNs);
    }

    /** The older connection of the same device goes; what it had stays with the user. */
    private void replace(@Nullable Session older) {
        if (older != null) {
            directory.remove(older);
            older.markClosed();
            presences.forget(older);
            older.link().close(CLOSE_REPLACED, "the same device logged in again");
        }
    }

    private void fail(Session session, Login login, String code, String text, long nowNs) {
        throttle.onFailure(login.name(), session.link().address(), nowNs);
        refuse(session, code, text);
    }

    private static void refuse(Session session, String code, String text) {
        session.send(new Refused(LOGIN_REQUEST, code, text));
    }

    /** Names are throttled by what they look like, so that variants of a name share one allowance. */
    static String throttleKey(String name) {
        return Skeleton.of(name);
    }
}
