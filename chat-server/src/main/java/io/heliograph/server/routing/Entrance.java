package io.heliograph.server.routing;

import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage.Login;
import io.heliograph.common.message.LoginProof;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.Preferences;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.message.ServerMessage.Welcome;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.IpNetwork;
import io.heliograph.server.audit.AuditSink;
import io.heliograph.server.routing.Admission.Refusal;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import io.heliograph.server.session.TokenBucket;
import io.heliograph.server.store.BoxTable.BoxRow;
import io.heliograph.server.store.EntryTable.UnreadRow;
import io.heliograph.server.store.Store;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way in (protocol.md 7.1): throttle, proof, {@link Admission}, WELCOME. While a login is being checked the session
 * is held.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Entrance {
    private static final int LOGIN_REQUEST = 0;

    private final Directory directory;
    private final Store store;
    private final Workers crypto;
    private final AuditSink audit;
    private final Admission admission;
    private final AccessBook access;
    private final LoginThrottle throttle;
    private final Arrivals arrivals;

    Entrance(
            Directory directory,
            RelayParts.Surroundings around,
            Admission admission,
            AccessBook access,
            LoginThrottle throttle,
            Arrivals arrivals) {
        this.directory = directory;
        this.store = around.store();
        this.crypto = around.crypto();
        this.audit = around.audit();
        this.admission = admission;
        this.access = access;
        this.throttle = throttle;
        this.arrivals = arrivals;
    }

    /** What happens around a session that comes in. */
    record Arrivals(
            ConversationStates states, Rooms rooms, Presences presences, Endings endings, Mailboxes mailboxes) {}

    /** What the store holds for who comes in. */
    private record Waiting(List<UnreadRow> unread, List<BoxRow> boxes) {}

    void onLogin(Session session, Login login, long nowNs) {
        if (session.account() != null || session.isHeld()) {
            return;
        }
        session.markLoginTried();
        session.hold();
        Attempt attempt = Attempt.of(session, login);
        Ending ending = new Ending(attempt);
        if (!isEnrolled(attempt) && isThrottled(attempt, nowNs)) {
            ending.refuse(THROTTLED, nowNs);
            return;
        }
        // A signature check costs as much as twenty deliveries: not on the loop.
        boolean accepted = crypto.submit(
                () -> hasProof(session.link(), login), (proven, thenNs) -> onProof(ending, proven, thenNs));
        if (!accepted) {
            ending.refuse(Refusal.BUSY, nowNs);
        }
    }

    private static final Refusal THROTTLED =
            new Refusal(RefusalCode.THROTTLED, "Too many failed logins: wait a minute and try again.", false);

    private static final Refusal BAD_PROOF =
            new Refusal(RefusalCode.BAD_PROOF, "The device's signature is not valid.", true);

    private void onProof(Ending ending, boolean proven, long nowNs) {
        Attempt attempt = ending.attempt;
        if (attempt.session().isClosed()) {
            return;
        }
        if (proven) {
            admission.decide(attempt, ending, nowNs);
        } else if (isThrottled(attempt, nowNs)) {
            ending.refuse(THROTTLED, nowNs); // whoever only names an enrolled device's key is as any other
        } else {
            ending.refuse(BAD_PROOF, nowNs);
        }
    }

    private boolean isEnrolled(Attempt attempt) {
        Account account = directory.accounts().find(attempt.name());
        return account != null && account.hasDevice(attempt.device());
    }

    /** Logins that failed in a way that a guess would, since the start. */
    long failureCount() {
        return throttle.failureCount();
    }

    private boolean isThrottled(Attempt attempt, long nowNs) {
        return !throttle.mayTry(attempt.name(), attempt.session().link().address(), nowNs);
    }

    private static boolean hasProof(SessionLink link, Login login) {
        byte[] signed = LoginProof.signedOctets(link.exporter().asReadOnlyArray(), login.name());
        return new IdentityPublicKey(login.device()).verify(signed, login.proof());
    }

    /** Answers one attempt. */
    private final class Ending implements Admission.Outcome {
        private final Attempt attempt;

        Ending(Attempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public void refuse(Refusal refusal, long nowNs) {
            Session session = attempt.session();
            if (refusal.counts()
                    && throttle.onFailure(attempt.name(), session.link().address(), nowNs)) {
                String from = IpNetwork.of(session.link().address().ip()).toString();
                audit.record("login.throttled", from, attempt.name(), Map.of("code", refusal.code()));
            }
            session.send(new Refused(LOGIN_REQUEST, refusal.code(), refusal.text()));
            session.release(nowNs);
        }

        @Override
        public void admit(Account account, boolean registered, long nowNs) {
            Mailboxes.Arrival mail = arrivals.mailboxes().expect(account, attempt.device());
            store.read(
                    tables -> new Waiting(tables.entries().unread(account.id()), mail.read(tables)),
                    (waiting, thenNs) -> {
                        arrivals.mailboxes().forget(mail);
                        Refusal refusal = whyNotAnyMore(attempt, account);
                        if (refusal != null) {
                            refuse(refusal, thenNs);
                        } else {
                            enter(attempt, account, registered, thenNs, session -> {
                                arrivals.mailboxes().deliver(session, mail, waiting.boxes());
                                arrivals.states().sendAll(session, account, waiting.unread());
                            });
                        }
                    },
                    (fault, thenNs) -> {
                        arrivals.mailboxes().forget(mail);
                        refuse(new Refusal(Decision.codeOf(fault), Decision.textOf(fault), false), thenNs);
                    });
        }
    }

    /** What an administrator has done in the meantime holds. */
    private @Nullable Refusal whyNotAnyMore(Attempt attempt, Account account) {
        if (account.isDisabled() || !account.hasDevice(attempt.device())) {
            return new Refusal(RefusalCode.ACCOUNT_DISABLED, "This account is disabled: ask an administrator.", false);
        }
        return admission.whyNotAtAll(attempt, account);
    }

    private void enter(
            Attempt attempt, Account account, boolean registered, long nowNs, Consumer<Session> behindWelcome) {
        Session session = attempt.session();
        if (session.isClosed()) {
            return;
        }
        for (Session older : directory.sessionsOf(account)) {
            if (older.device().equals(attempt.device())) {
                arrivals.endings().end(older, Endings.CLOSE_REPLACED, "the same device logged in again", nowNs);
            }
        }
        RelayConfig.Limits limits = directory.config().limits();
        TokenBucket posts = new TokenBucket(limits.postBurst(), limits.postsPerSecond(), nowNs);
        session.completeLogin(account, attempt.device(), posts);
        directory.bind(account, session);
        session.send(welcome(account, registered));
        behindWelcome.accept(session);
        arrivals.presences().onEntered(session, account, nowNs);
        access.onEntered(account, attempt.device());
        if (registered) {
            arrivals.rooms().joinByDefault(session, account, nowNs);
        }
        session.release(nowNs);
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
                access.greeting(),
                arrivals.states().countOf(account),
                registered,
                account.hasPassword(),
                preferencesOf(account),
                arrivals.presences().chosenBy(account));
    }

    static Preferences preferencesOf(Account account) {
        return new Preferences(
                account.preferences().tellsDelivered(),
                account.preferences().tellsRead(),
                account.preferences().tellsLastSeen());
    }
}
