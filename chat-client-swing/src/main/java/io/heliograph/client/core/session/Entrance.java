package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.LinkCause;
import io.heliograph.client.core.LinkCause.Kind;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The way in: connect, trust, log in, and again after every loss.
 *
 * <pre>
 *   STOPPED --connect--> CONNECTING --known identity--> LOGGING_IN --WELCOME--> ONLINE
 *                        CONNECTING --first contact---> ASKING --yes--> LOGGING_IN
 *   CONNECTING, LOGGING_IN, ONLINE --lost--> WAITING --back-off over--> CONNECTING
 *   LOGGING_IN --a password would help--> REFUSED --password--> LOGGING_IN
 *   any --refused, declined, kicked, disconnect--> STOPPED
 * </pre>
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Entrance {
    // Fixed by the protocol: section 5.9.
    private static final int CLOSE_BYE = 0;
    private static final int CLOSE_KICKED = 2;
    private static final int CLOSE_BROKEN_PROTOCOL = 3;
    private static final int CLOSE_REPLACED = 5;

    private enum Phase {
        STOPPED,
        CONNECTING,
        ASKING,
        LOGGING_IN,
        REFUSED,
        ONLINE,
        WAITING
    }

    private final SessionConfig config;
    private final ServerLink link;
    private final FirstContact contact;
    private final ReconnectPolicy policy;
    private final Consumer<ClientEvent> events;
    private Phase phase = Phase.STOPPED;
    private String userName;
    private final LoginForm form;
    private boolean linkStands;
    private boolean wasOnline;
    private int attempt;
    private long retryAtNs = NanoClock.NEVER_NS;

    Entrance(
            SessionConfig config,
            ServerLink link,
            TrustStore trust,
            ReconnectPolicy policy,
            Consumer<ClientEvent> events) {
        this.config = config;
        this.link = link;
        this.contact = new FirstContact(config.server().toString(), trust, events);
        this.policy = policy;
        this.events = events;
        this.userName = config.user();
        this.form = new LoginForm(config);
    }

    // Commands

    void connect(long nowNs) {
        attempt++;
        phase = Phase.CONNECTING;
        retryAtNs = NanoClock.NEVER_NS;
        events.accept(new ClientEvent.Connecting(config.server().toString(), attempt));
        link.connect(nowNs);
    }

    /** Drops what stands, waits for nothing, and tries at once. */
    void reconnect(long nowNs) {
        if (phase == Phase.ASKING) {
            return; // only an answer helps
        }
        link.close(CLOSE_BYE, "reconnecting", nowNs);
        linkStands = false;
        attempt = 0;
        connect(nowNs);
    }

    void disconnect(long nowNs) {
        link.close(CLOSE_BYE, "bye", nowNs);
        stop(LinkCause.of(Kind.DISCONNECTED), true);
    }

    /** Says goodbye; no event. */
    void leave(long nowNs) {
        link.close(CLOSE_BYE, "bye", nowNs);
        phase = Phase.STOPPED;
        linkStands = false;
        retryAtNs = NanoClock.NEVER_NS;
    }

    void answerTrust(boolean yes, long nowNs) {
        if (phase != Phase.ASKING || !contact.isAsked()) {
            events.accept(new ClientEvent.Problem("nothing_asked", "no server is waiting for your trust"));
            return;
        }
        String fingerprint = contact.onAnswer(yes);
        if (fingerprint == null) {
            link.close(CLOSE_BYE, "bye", nowNs);
            stop(LinkCause.of(Kind.DECLINED), false);
            return;
        }
        link.expect(fingerprint);
        logInOrConnect(nowNs);
    }

    /** The user's answer to a refused login. */
    void tryPassword(String password, long nowNs) {
        if (phase != Phase.REFUSED) {
            events.accept(new ClientEvent.Problem("nothing_asked", "no server is waiting for a password"));
            return;
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > Bounds.MAX_PASSWORD_BYTES) {
            events.accept(new ClientEvent.LoginRefused(RefusalCode.BAD_VALUE, "the password is too long", true));
            return;
        }
        form.takePassword(password);
        logInOrConnect(nowNs);
    }

    // Inputs

    void onLinkEvent(LinkEvent event, long nowNs) {
        if (event instanceof LinkEvent.Established established) {
            onEstablished(established, nowNs);
        } else if (event instanceof LinkEvent.AttemptFailed failed) {
            onAttemptFailed(failed, nowNs);
        } else if (event instanceof LinkEvent.Closed closed) {
            onClosed(closed, nowNs);
        } else if (event instanceof LinkEvent.Unresponsive silent) {
            events.accept(new ClientEvent.Unresponsive(silent.silentForMs()));
        } else if (event instanceof LinkEvent.Recovered) {
            events.accept(new ClientEvent.Recovered());
        }
    }

    void onTimeout(long nowNs) {
        if (phase == Phase.WAITING && nowNs >= retryAtNs) {
            connect(nowNs);
        }
    }

    /** False in a phase that waits for no welcome. */
    boolean onWelcome(ServerMessage.Welcome welcome) {
        if (phase != Phase.LOGGING_IN) {
            return false;
        }
        phase = Phase.ONLINE;
        attempt = 0;
        userName = welcome.name();
        form.onWelcome(welcome);
        events.accept(new ClientEvent.Connected(
                config.server().toString(),
                welcome.serverName(),
                contact.expected(),
                welcome.name(),
                welcome.admin(),
                wasOnline));
        wasOnline = true;
        return true;
    }

    void onLoginRefused(ServerMessage.Refused refused, long nowNs) {
        if (phase != Phase.LOGGING_IN) {
            return;
        }
        boolean passes =
                refused.code().equals(RefusalCode.THROTTLED) || refused.code().equals(RefusalCode.SERVER_FULL);
        boolean passwordHelps = form.onRefused(refused.code());
        if (passwordHelps) {
            phase = Phase.REFUSED; // the connection stays open for another try: protocol.md 7.1
            events.accept(new ClientEvent.LoginRefused(refused.code(), refused.text(), true));
            return;
        }
        link.close(CLOSE_BYE, "login refused", nowNs);
        if (wasOnline && passes) {
            waitForNextAttempt(new LinkCause(Kind.LOGIN_REFUSED, refused.text()), nowNs);
        } else {
            events.accept(new ClientEvent.LoginRefused(refused.code(), refused.text(), false));
            stop(new LinkCause(Kind.LOGIN_REFUSED, refused.text()), false);
        }
    }

    void onBrokenProtocol(long nowNs) {
        link.close(CLOSE_BROKEN_PROTOCOL, "malformed message", nowNs);
        events.accept(new ClientEvent.Problem("protocol", "the server sent a message that breaks the protocol"));
        waitForNextAttempt(LinkCause.of(Kind.BROKEN_PROTOCOL), nowNs);
    }

    // Queries

    long nextTimeoutNs() {
        return retryAtNs;
    }

    boolean isOnline() {
        return phase == Phase.ONLINE;
    }

    /** As the server writes it, once it has. */
    String userName() {
        return userName;
    }

    // Private

    private void onEstablished(LinkEvent.Established established, long nowNs) {
        linkStands = true;
        switch (phase) {
            case STOPPED -> link.close(CLOSE_BYE, "bye", nowNs);
            case ASKING, REFUSED -> {} // asked already; the link takes no other identity once the answer is yes
            case CONNECTING, LOGGING_IN, ONLINE, WAITING -> {
                retryAtNs = NanoClock.NEVER_NS;
                if (contact.isTrusted(established)) {
                    logIn(nowNs);
                } else {
                    phase = Phase.ASKING;
                }
            }
        }
    }

    private void logInOrConnect(long nowNs) {
        if (linkStands) {
            logIn(nowNs);
        } else {
            connect(nowNs);
        }
    }

    private void logIn(long nowNs) {
        phase = Phase.LOGGING_IN;
        link.send(form.login(link.proveLogin(config.user())), nowNs);
    }

    private void onAttemptFailed(LinkEvent.AttemptFailed failed, long nowNs) {
        String other = failed.presented();
        linkStands = false;
        if (isAtRest()) {
            return;
        }
        if (other == null) {
            waitForNextAttempt(failed.cause(), nowNs);
            return;
        }
        contact.onOther(other);
        stop(LinkCause.of(Kind.OTHER_IDENTITY), false);
    }

    private void onClosed(LinkEvent.Closed closed, long nowNs) {
        linkStands = false;
        if (isAtRest()) {
            return; // while the user is being asked, the server gives up after 10 s: protocol.md 7.1
        }
        switch (closed.code()) {
            case CLOSE_KICKED -> stop(new LinkCause(Kind.KICKED, closed.reason()), false);
            case CLOSE_REPLACED -> stop(LinkCause.of(Kind.REPLACED), false);
            case CLOSE_BROKEN_PROTOCOL -> {
                String reason = closed.reason().isEmpty() ? "" : ": " + closed.reason();
                events.accept(new ClientEvent.Problem("protocol", "the server says we broke the protocol" + reason));
                waitForNextAttempt(new LinkCause(Kind.CLOSED_BY_SERVER, closed.reason()), nowNs);
            }
            default -> waitForNextAttempt(new LinkCause(Kind.CLOSED_BY_SERVER, closed.reason()), nowNs);
        }
    }

    /** The next step is the user's. */
    private boolean isAtRest() {
        return phase == Phase.STOPPED || phase == Phase.ASKING || phase == Phase.REFUSED;
    }

    private void waitForNextAttempt(LinkCause cause, long nowNs) {
        long delayNs = policy.delayNs(Math.max(1, attempt));
        phase = Phase.WAITING;
        linkStands = false;
        retryAtNs = nowNs + delayNs;
        events.accept(new ClientEvent.Reconnecting(attempt + 1, TimeUnit.NANOSECONDS.toMillis(delayNs), cause));
    }

    private void stop(LinkCause cause, boolean wanted) {
        phase = Phase.STOPPED;
        linkStands = false;
        retryAtNs = NanoClock.NEVER_NS;
        events.accept(new ClientEvent.Offline(cause, wanted));
    }
}
