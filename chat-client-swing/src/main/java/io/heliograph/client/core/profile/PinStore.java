package io.heliograph.client.core.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.session.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The identities of the servers that this profile has been at.
 *
 * <p>Not thread-safe: built on one thread, then owned by the client's loop.
 */
public final class PinStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    /** What is known about one server. */
    private record Pin(String fingerprint, long firstSeenMs, long connectionCount) {}

    private final Path file;
    private final LongSupplier wallClockMs;
    private final Map<String, Pin> pins;

    private PinStore(Path file, LongSupplier wallClockMs, Map<String, Pin> pins) {
        this.file = file;
        this.wallClockMs = wallClockMs;
        this.pins = pins;
    }

    /**
     * A missing file is an empty one; a damaged one is refused, because forgetting a pin would open the door it
     * guards.
     */
    public static PinStore open(Path file, LongSupplier wallClockMs) throws ProfileException {
        try {
            Map<String, Pin> pins = Files.exists(file) ? parse(Files.readAllBytes(file)) : new TreeMap<>();
            return new PinStore(file, wallClockMs, pins);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw unusable(file, "it is damaged");
        } catch (IOException e) {
            throw unusable(file, ProfileFolder.reasonOf(e));
        }
    }

    /** The stored fingerprint of {@code server}; null if it was never trusted. */
    public @Nullable String fingerprintOf(ServerName server) {
        Pin pin = pins.get(server.toString());
        return pin == null ? null : pin.fingerprint();
    }

    /** How long the stored fingerprint has been known, for people. */
    public String historyOf(ServerName server) {
        Pin pin = pins.get(server.toString());
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
            Pin known = pins.get(server.toString());
            Pin renewed = known != null && known.fingerprint().equals(fingerprint)
                    ? new Pin(fingerprint, known.firstSeenMs(), known.connectionCount() + 1)
                    : new Pin(fingerprint, wallClockMs.getAsLong(), 1);
            pins.put(server.toString(), renewed);
            DurableFiles.replace(file, format());
        }

        @Override
        public String history() {
            // What is known about the stored identity says nothing about the one the user has named.
            return chosen == null || chosen.equals(fingerprintOf(server)) ? historyOf(server) : "";
        }
    }

    private byte[] format() throws IOException {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION);
        ObjectNode servers = root.putObject("servers");
        pins.forEach((server, pin) -> servers.putObject(server)
                .put("fingerprint", pin.fingerprint())
                .put("first_seen_ms", pin.firstSeenMs())
                .put("connection_count", pin.connectionCount()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static Map<String, Pin> parse(byte[] octets) throws IOException {
        JsonNode root = JSON.readTree(octets);
        if (root == null
                || root.path("version").asInt() != VERSION
                || !root.path("servers").isObject()) {
            throw new IllegalArgumentException("not a list of servers");
        }
        Map<String, Pin> pins = new TreeMap<>();
        for (Map.Entry<String, JsonNode> server : root.path("servers").properties()) {
            JsonNode pin = server.getValue();
            String fingerprint = pin.path("fingerprint").asText();
            if (!fingerprint.startsWith("SHA256:")) {
                throw new IllegalArgumentException("a server without a fingerprint");
            }
            pins.put(
                    server.getKey(),
                    new Pin(
                            fingerprint,
                            pin.path("first_seen_ms").asLong(),
                            pin.path("connection_count").asLong()));
        }
        return pins;
    }

    private static ProfileException unusable(Path file, String why) {
        return new ProfileException("the list of trusted servers " + file + " cannot be read (" + why
                + "): nothing was changed; repair it, or move it away to be asked again");
    }
}
