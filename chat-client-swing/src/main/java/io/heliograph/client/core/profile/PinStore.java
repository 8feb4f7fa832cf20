package io.heliograph.client.core.profile;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.session.TrustStore;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identities of the servers that this profile has been at.
 *
 * <p>Not thread-safe: built on one thread, then owned by the client's loop.
 */
public final class PinStore {
    private static final String DRAWER = "servers";
    private static final Pattern VALUE = Pattern.compile("(SHA256:\\S{1,64}) ([0-9]{1,18}) ([0-9]{1,18})");

    /** What is known about one server. */
    record Pin(String fingerprint, long firstSeenMs, long connectionCount) {}

    private final LocalStore store;
    private final LongSupplier wallClockMs;

    /** {@code store} is this one's alone. */
    PinStore(LocalStore store, LongSupplier wallClockMs) {
        this.store = store;
        this.wallClockMs = wallClockMs;
    }

    /** The stored fingerprint of {@code server}; null if it was never trusted. */
    public @Nullable String fingerprintOf(ServerName server) {
        Pin pin = find(server);
        return pin == null ? null : pin.fingerprint();
    }

    /** How long the stored fingerprint has been known, for people. */
    public String historyOf(ServerName server) {
        Pin pin = find(server);
        if (pin == null) {
            return "";
        }
        String day = Instant.ofEpochMilli(pin.firstSeenMs())
                .atZone(ZoneId.systemDefault())
                .toLocalDate()
                .toString();
        String times = pin.connectionCount() == 1 ? "1 connection" : pin.connectionCount() + " connections";
        return "first seen " + day + ", " + times;
    }

    /**
     * The view of one server. {@code chosen} is what the user named for this start and goes before what is stored.
     */
    public TrustStore forServer(ServerName server, @Nullable String chosen) {
        return new ServerTrust(server, chosen);
    }

    private final class ServerTrust implements TrustStore {
        private final ServerName server;
        private final @Nullable String chosen;

        ServerTrust(ServerName server, @Nullable String chosen) {
            this.server = server;
            this.chosen = chosen;
        }

        @Override
        public @Nullable String expected() {
            return chosen == null ? fingerprintOf(server) : chosen;
        }

        @Override
        public void trust(String fingerprint) throws IOException {
            Pin known = find(server);
            Pin renewed = known != null && known.fingerprint().equals(fingerprint)
                    ? new Pin(fingerprint, known.firstSeenMs(), known.connectionCount() + 1)
                    : new Pin(fingerprint, wallClockMs.getAsLong(), 1);
            put(store, server.toString(), renewed);
            store.sync();
        }

        @Override
        public String history() {
            // What is known about the stored identity says nothing about the one the user has named.
            return chosen == null || chosen.equals(fingerprintOf(server)) ? historyOf(server) : "";
        }
    }

    static void put(LocalStore store, String server, Pin pin) {
        String value = pin.fingerprint() + " " + pin.firstSeenMs() + " " + pin.connectionCount();
        store.put(DRAWER, keyOf(server), Bytes.copyOf(value.getBytes(StandardCharsets.UTF_8)));
    }

    private @Nullable Pin find(ServerName server) {
        Bytes value = store.get(DRAWER, keyOf(server.toString()));
        String text = value == null ? "" : new String(value.asReadOnlyArray(), StandardCharsets.UTF_8);
        Matcher matcher = VALUE.matcher(text);
        return matcher.matches()
                ? new Pin(matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)))
                : null;
    }

    private static Bytes keyOf(String server) {
        return Bytes.copyOf(server.getBytes(StandardCharsets.UTF_8));
    }
}
