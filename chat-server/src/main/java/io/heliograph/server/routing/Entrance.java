package io.heliograph.server.routing;

import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage.Login;
import io.heliograph.common.message.LoginProof;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.Preferences;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.message.ServerMessage.Welcome;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.name.NameRules;
import io.heliograph.common.name.Skeleton;
import io.heliograph.server.account.Account;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import io.heliograph.server.session.TokenBucket;
import io.heliograph.server.store.AccountRow;
import io.heliograph.server.store.AccountTable;
import io.heliograph.server.store.DeviceRow;
import org.jspecify.annotations.Nullable;

/**
 * Logins and departures (protocol.md 7.1).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Entrance {
    private static final int LOGIN_REQUEST = 0;
    private static final int CLOSE_REPLACED = 5;

    private final Directory directory;
    private final RelayParts.Surroundings around;
    private final @Nullable String serverPassword;
    private final ConversationStates states;
    private final Rooms rooms;
    private final Presences presences;

    Entrance(
            Directory directory,
            RelayParts.Surroundings around,
            @Nullable String serverPassword,
            ConversationStates states,
            Rooms rooms,
            Presences presences) {
        this.directory = directory;
        this.around = around;
        this.serverPassword = serverPassword;
        this.states = states;
        this.rooms = rooms;
        this.presences = presences;
    }

    void onLogin(Session session, Login login, long nowNs) {
        if (session.account() != null || session.isHeld()) {
            return;
        }
        session.markLoginTried();
        session.hold();
        boolean accepted = around.crypto().submit(() -> hasProof(session.link(), login), (proven, thenNs) -> {
            if (proven && !session.isClosed()) {
                onProven(session, login, thenNs);
            } else {
                refuse(session, RefusalCode.BAD_PROOF, "The device's signature is not valid." + serverPassword, thenNs);
            }
        });
        if (!accepted) {
            refuse(session, RefusalCode.SERVER_FULL, "The server is busy: try again in a moment.", nowNs);
        }
    }

    /** The connection is gone. */
    void depart(Session session, long nowNs) {
        if (session.isClosed()) {
            return;
        }
        session.markClosed();
        directory.remove(session);
        presences.onDeparted(session, nowNs);
    }

    /** Ends a connection from our side. */
    void end(Session session, int code, String reason) {
        session.link().close(code, reason);
        depart(session, 0);
    }

    private static boolean hasProof(SessionLink link, Login login) {
        byte[] signed = LoginProof.signedOctets(link.exporter().asReadOnlyArray(), login.name());
        return new IdentityPublicKey(login.device()).verify(signed, login.proof());
    }

    private void onProven(Session session, Login login, long nowNs) {
        String name = NameRules.normalise(login.name());
        String whyNot = NameRules.whyNotAName(name);
        Account account = directory.accounts().find(name);
        if (account != null && account.hasDevice(login.device())) {
            enter(session, login, account, false);
        } else if (account != null) {
            refuse(session, RefusalCode.NAME_TAKEN, "The name \"" + account.name() + "\" is taken.", nowNs);
        } else if (whyNot != null) {
            refuse(session, RefusalCode.NAME_MALFORMED, whyNot, nowNs);
        } else {
            register(session, login, name);
        }
    }

    private void register(Session session, Login login, String name) {
        long nowMs = directory.nowMs();
        String skeleton = Skeleton.of(name);
        around.store()
                .write(
                        tables -> {
                            long id = tables.accounts().add(name, skeleton, "", nowMs);
                            if (id != AccountTable.TAKEN) {
                                tables.accounts().addDevice(id, login.device(), login.deviceName(), nowMs);
                            }
                            return id;
                        },
                        (id, nowNs) -> {
                            if (id == AccountTable.TAKEN) {
                                refuse(session, RefusalCode.NAME_TAKEN, "The name is taken.", nowNs);
                                return;
                            }
                            Account account = new Account(new AccountRow(
                                    id,
                                    name,
                                    skeleton,
                                    "",
                                    false,
                                    false,
                                    AccountRow.Preferences.STANDARD,
                                    AccountRow.Status.STANDARD,
                                    nowMs,
                                    0));
                            account.putDevice(new DeviceRow(id, login.device(), login.deviceName(), nowMs, nowMs));
                            directory.accounts().add(account);
                            enter(session, login, account, true);
                        },
                        (fault, nowNs) -> refuse(session, Decision.codeOf(fault), Decision.textOf(fault), nowNs));
    }

    private void enter(Session session, Login login, Account account, boolean registered) {
        around.store()
                .read(
                        tables -> tables.entries().unread(account.id()),
                        (rows, thenNs) -> {
                            for (Session older : directory.sessionsOf(account)) {
                                if (older.device().equals(login.device())) {
                                    end(older, CLOSE_REPLACED, "the same device logged in again");
                                }
                            }
                            RelayConfig.Limits limits = directory.config().limits();
                            session.completeLogin(
                                    account,
                                    login.device(),
                                    new TokenBucket(limits.postBurst(), limits.postsPerSecond(), thenNs));
                            directory.bind(account, session);
                            session.send(welcome(account, registered));
                            states.sendAll(session, account, rows);
                            presences.onEntered(session, account, thenNs);
                            if (registered) {
                                rooms.joinByDefault(session, account, thenNs);
                            }
                            session.release(thenNs);
                        },
                        (fault, thenNs) -> refuse(session, Decision.codeOf(fault), Decision.textOf(fault), thenNs));
    }

    private Welcome welcome(Account account, boolean registered) {
        return new Welcome(
                account.name(),
                directory.instance(),
                directory.config().serverName(),
                directory.nowMs(),
                account.isAdmin(),
                ServerVersion.TEXT,
                Bounds.MAX_BODY_BYTES,
                directory.config().motd(),
                states.countOf(account),
                registered,
                false,
                new Preferences(true, true, false),
                new UserEntry(account.name(), PresenceState.ONLINE, "", 0));
    }

    private static void refuse(Session session, String code, String text, long nowNs) {
        session.send(new Refused(LOGIN_REQUEST, code, text));
        session.release(nowNs);
    }
}
