package io.heliograph.server.routing;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ClientMessage.Prefer;
import io.heliograph.common.message.ClientMessage.Revoke;
import io.heliograph.common.message.ClientMessage.SetPassword;
import io.heliograph.common.message.ClientMessage.SetPresence;
import io.heliograph.common.message.ClientMessage.Whois;
import io.heliograph.common.message.DeviceEntry;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.DeviceList;
import io.heliograph.common.message.ServerMessage.Preferred;
import io.heliograph.common.message.ServerMessage.Profile;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.IpNetwork;
import io.heliograph.server.account.PasswordHash;
import io.heliograph.server.audit.AuditSink;
import io.heliograph.server.routing.Admission.Refusal;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.AccountRow;
import io.heliograph.server.store.DeviceRow;
import io.heliograph.server.store.Store;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a user asks about the own account (protocol.md 7.4).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class AccountDesk {
    /** A status text for longer is for good. */
    private static final long MAX_STATUS_S = TimeUnit.DAYS.toSeconds(365);

    private final Directory directory;
    private final Store store;
    private final AuditSink audit;
    private final AccountBook accounts;
    private final Presences presences;
    private final LoginThrottle throttle;

    AccountDesk(
            Directory directory,
            RelayParts.Surroundings around,
            AccountBook accounts,
            Presences presences,
            LoginThrottle throttle) {
        this.directory = directory;
        this.store = around.store();
        this.audit = around.audit();
        this.accounts = accounts;
        this.presences = presences;
        this.throttle = throttle;
    }

    /** SET_PASSWORD, DEVICES, REVOKE, PREFER, SET_PRESENCE, WHOIS. */
    void onRequest(Session session, Account account, ClientMessage.Request request, long nowNs) {
        if (request instanceof SetPassword asked) {
            onSetPassword(session, account, asked, nowNs);
        } else if (request instanceof ClientMessage.Devices) {
            sendDevices(session, account, request.request());
        } else if (request instanceof Revoke asked) {
            onRevoke(session, account, asked, nowNs);
        } else if (request instanceof Prefer asked) {
            onPrefer(session, account, asked, nowNs);
        } else if (request instanceof SetPresence asked) {
            onSetPresence(session, account, asked, nowNs);
        } else if (request instanceof Whois asked) {
            onWhois(session, asked, nowNs);
        } else {
            throw new AssertionError("unhandled: " + request);
        }
    }

    private void decide(Session session, ClientMessage.Request request, long nowNs, Consumer<Decision> body) {
        Decision.begin(store, session, request.request(), null, nowNs, body);
    }

    // The password

    private void onSetPassword(Session session, Account account, SetPassword asked, long nowNs) {
        if (!throttle.mayTry(account.name(), session.link().address(), nowNs)) {
            String text = "Too many wrong passwords: wait a minute and try again.";
            session.send(new Refused(asked.request(), RefusalCode.THROTTLED, text));
        } else if (!PasswordHash.isLongEnough(asked.newPassword())) {
            Refusal weak = AccountBook.WEAK_PASSWORD;
            session.send(new Refused(asked.request(), weak.code(), weak.text()));
        } else {
            decide(session, asked, nowNs, decision -> checkThenSet(decision, session, account, asked));
        }
    }

    private void checkThenSet(Decision decision, Session session, Account account, SetPassword asked) {
        PasswordHash hash = accounts.passwordHash();
        String stored = account.passwordHash();
        byte[] salt = accounts.newSalt();
        boolean accepted = accounts.passwords()
                .submit(
                        () -> isRight(hash, asked.oldPassword(), stored) ? hash.of(asked.newPassword(), salt) : "",
                        (made, thenNs) -> {
                            decision.resume(thenNs);
                            if (made.isEmpty() || !account.passwordHash().equals(stored)) {
                                onWrongPassword(decision, session, account, thenNs);
                            } else {
                                accounts.setPasswordHash(decision, account, made, () -> {
                                    note("account.password", account, Map.of());
                                    decision.answerDone();
                                });
                            }
                        });
        if (!accepted) {
            decision.refuse(Refusal.BUSY.code(), Refusal.BUSY.text());
        }
    }

    private static boolean isRight(PasswordHash hash, String old, String stored) {
        return stored.isEmpty() ? old.isEmpty() : hash.matches(old, stored);
    }

    private void onWrongPassword(Decision decision, Session session, Account account, long nowNs) {
        if (throttle.onFailure(account.name(), session.link().address(), nowNs)) {
            String from = IpNetwork.of(session.link().address().ip()).toString();
            audit.record("login.throttled", from, account.name(), Map.of("code", RefusalCode.WRONG_PASSWORD));
        }
        decision.refuse(RefusalCode.WRONG_PASSWORD, "The present password is another one.");
    }

    // Devices

    private void sendDevices(Session session, Account account, int request) {
        session.send(new DeviceList(
                request,
                account.devices().stream()
                        .limit(Bounds.MAX_DEVICES)
                        .map(device -> entryOf(account, device))
                        .toList()));
    }

    private DeviceEntry entryOf(Account account, DeviceRow device) {
        boolean online = directory.sessionsOf(account).stream()
                .anyMatch(session -> session.device().equals(device.key()));
        return new DeviceEntry(device.key(), device.name(), device.enrolledMs(), device.lastSeenMs(), online);
    }

    private void onRevoke(Session session, Account account, Revoke asked, long nowNs) {
        decide(session, asked, nowNs, decision -> {
            if (!account.hasDevice(asked.device())) {
                decision.refuse(RefusalCode.BAD_VALUE, "This is no device of yours: look at the list of devices.");
                return;
            }
            accounts.revoke(decision, account, asked.device(), () -> {
                String key = asked.device().toHex().substring(0, 16);
                note("device.revoked", account, Map.of("device", key));
                decision.answerDone();
            });
        });
    }

    // What others are told

    private void onPrefer(Session session, Account account, Prefer asked, long nowNs) {
        decide(session, asked, nowNs, decision -> {
            AccountRow.Preferences changed = with(account.preferences(), asked);
            accounts.setPreferences(decision, account, changed, () -> {
                directory.sendTo(account, new Preferred(Entrance.preferencesOf(account)));
                decision.answerDone();
            });
        });
    }

    private static AccountRow.Preferences with(AccountRow.Preferences now, Prefer asked) {
        return switch (asked.preference()) {
            case TELLS_DELIVERED -> new AccountRow.Preferences(asked.on(), now.tellsRead(), now.tellsLastSeen());
            case TELLS_READ -> new AccountRow.Preferences(now.tellsDelivered(), asked.on(), now.tellsLastSeen());
            case TELLS_LAST_SEEN -> new AccountRow.Preferences(now.tellsDelivered(), now.tellsRead(), asked.on());
        };
    }

    private void onSetPresence(Session session, Account account, SetPresence asked, long nowNs) {
        decide(session, asked, nowNs, decision -> {
            if (asked.state() == PresenceState.OFFLINE) {
                decision.refuse(RefusalCode.BAD_VALUE, "Nobody can choose to be offline: be invisible instead.");
            } else if (asked.text().codePoints().anyMatch(Character::isISOControl)) {
                decision.refuse(RefusalCode.BAD_VALUE, "A status is one line without control characters.");
            } else {
                boolean forGood = asked.durationS() == 0 || asked.durationS() > MAX_STATUS_S;
                long untilMs = forGood ? 0 : directory.nowMs() + TimeUnit.SECONDS.toMillis(asked.durationS());
                AccountRow.Status status = new AccountRow.Status(asked.state().code(), asked.text(), untilMs);
                accounts.setStatus(decision, account, status, decision::answerDone);
            }
        });
    }

    private void onWhois(Session session, Whois asked, long nowNs) {
        Account found = directory.accounts().find(asked.name());
        if (found == null) {
            session.send(new Refused(
                    asked.request(), RefusalCode.NO_SUCH_USER, "Nobody is called \"" + asked.name() + "\"."));
            return;
        }
        session.send(new Profile(
                asked.request(),
                presences.entryOf(found, nowNs),
                found.createdMs(),
                found.isAdmin(),
                found.devices().stream()
                        .limit(Bounds.MAX_DEVICES)
                        .map(DeviceRow::key)
                        .toList()));
    }

    private void note(String event, Account account, Map<String, String> details) {
        audit.record(event, account.name(), account.name(), details);
    }
}
