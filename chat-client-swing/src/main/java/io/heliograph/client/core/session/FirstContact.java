package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server is the one that the user means: asks once, and keeps the answer (protocol.md 3.3).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class FirstContact {
    private final String server;
    private final TrustStore trust;
    private final Consumer<ClientEvent> events;
    private @Nullable String presented;

    FirstContact(String server, TrustStore trust, Consumer<ClientEvent> events) {
        this.server = server;
        this.trust = trust;
        this.events = events;
    }

    // Inputs

    /** True if the server is trusted; else the user is asked. */
    boolean isTrusted(LinkEvent.Established established) {
        String expected = trust.expected();
        if (expected == null) {
            presented = established.fingerprint();
            events.accept(new ClientEvent.TrustWanted(server, established.fingerprint(), established.words()));
            return false;
        }
        store(expected);
        return true;
    }

    /** The user's answer; the fingerprint to expect from now on, null after a no. Call only when it was asked for. */
    @Nullable
    String onAnswer(boolean yes) {
        String fingerprint = Objects.requireNonNull(presented, "presented");
        presented = null;
        if (!yes) {
            events.accept(new ClientEvent.TrustDeclined(server, fingerprint));
            return null;
        }
        store(fingerprint);
        return fingerprint;
    }

    /** The server is another one than it was. */
    void onOther(String other) {
        events.accept(new ClientEvent.WrongIdentity(server, expected(), other, trust.history()));
    }

    // Queries

    boolean isAsked() {
        return presented != null;
    }

    /** Empty before the first contact. */
    String expected() {
        return Objects.requireNonNullElse(trust.expected(), "");
    }

    // Private

    private void store(String fingerprint) {
        try {
            trust.trust(fingerprint);
        } catch (IOException e) {
            events.accept(
                    new ClientEvent.Problem("disk", "the server's identity cannot be stored (" + e.getMessage() + ")"));
        }
    }
}
