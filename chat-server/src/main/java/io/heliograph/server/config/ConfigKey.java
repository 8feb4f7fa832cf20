package io.heliograph.server.config;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every setting there is, with its default, its bounds and what it is for. */
public enum ConfigKey {
    SERVER_NAME("server.name", "Heliograph", "What clients show as the server's name."),
    SERVER_HOST("server.host", "", "The host in the invite link; empty: the machine's own address."),
    SERVER_PASSWORD_FILE(
            "server.password_file",
            "",
            "A file whose first line is the server's password; empty: HELIOGRAPH_SERVER_PASSWORD, or none."),
    KEY_REQ_PER_SECOND("limits.key_req_per_second", 50, 1, 1_000_000, "Key requests per second and address."),
    KEY_REQ_BURST("limits.key_req_burst", 200, 1, 1_000_000, "Key requests at once from an address."),
    HALF_OPEN("limits.half_open", 4_096, 1, 1_000_000, "Connections that have not confirmed their keys yet."),
    CONNECTIONS("limits.connections", 10_000, 1, 1_000_000, "Connections in all."),
    CONNECTIONS_PER_ADDRESS("limits.connections_per_address", 256, 1, 1_000_000, "Connections from one address."),
    LOGIN_FAILURES("limits.login_failures_per_minute", 3, 1, 1_000_000, "Failed logins per name and address."),
    POST_BURST("limits.post_burst", 200, 1, 10_000_000, "Posts that are taken at once from a user."),
    POSTS_PER_SECOND(
            "limits.posts_per_second", 20, 1, 10_000_000, "Posts per second and user after the burst; more wait."),
    ROOMS("limits.rooms", 1_000, 1, 1_000_000, "Rooms in all."),
    ROOMS_PER_USER("limits.rooms_per_user", 100, 1, 1_000_000, "Rooms a user may be in."),
    REASSEMBLY_BYTES(
            "limits.reassembly_bytes",
            1_048_576,
            131_072,
            1_048_576,
            "Bytes held for a client until they are complete."),
    ROOM_ENTRIES("history.room_entries", 5_000, 1, 10_000_000, "Entries a room remembers for members who return."),
    ROOM_BYTES("history.room_bytes", 8_388_608, 65_536, Integer.MAX_VALUE, "Bytes a room remembers."),
    MAILBOX_ENTRIES("history.mailbox_entries", 1_000, 1, 10_000_000, "Direct messages held for a user."),
    MAILBOX_BYTES(
            "history.mailbox_bytes", 2_097_152, 65_536, Integer.MAX_VALUE, "Bytes of direct messages held for a user."),
    CRYPTO_THREADS("server.crypto_threads", 1, 1, 64, "Threads that make keys and check signatures.");

    private static final String ENVIRONMENT_PREFIX = "HELIOGRAPH__";

    private final String key;
    private final String defaultText;
    private final String purpose;
    private final boolean number;
    private final int min;
    private final int max;

    ConfigKey(String key, String defaultText, String purpose) {
        this.key = key;
        this.defaultText = defaultText;
        this.purpose = purpose;
        this.number = false;
        this.min = 0;
        this.max = 0;
    }

    ConfigKey(String key, int defaultNumber, int min, int max, String purpose) {
        this.key = key;
        this.defaultText = Integer.toString(defaultNumber);
        this.purpose = purpose;
        this.number = true;
        this.min = min;
        this.max = max;
    }

    /** As written in the configuration file. */
    public String key() {
        return key;
    }

    public String defaultText() {
        return defaultText;
    }

    /** One sentence for the operator. */
    public String purpose() {
        return purpose;
    }

    /** {@code limits.rooms} is {@code HELIOGRAPH__LIMITS__ROOMS} in the environment. */
    public String environmentName() {
        return ENVIRONMENT_PREFIX + key.replace(".", "__").toUpperCase(Locale.ROOT);
    }

    /** Null if {@code text} is a value for this key, else what is wrong with it. */
    public @Nullable String whyNot(String text) {
        if (!number) {
            return null;
        }
        try {
            int value = Integer.parseInt(text);
            return value >= min && value <= max ? null : "must be from " + min + " to " + max + ", not " + value;
        } catch (NumberFormatException e) {
            return "must be a whole number from " + min + " to " + max + ", not \"" + text + "\"";
        }
    }

    public static @Nullable ConfigKey find(String name) {
        return Arrays.stream(values())
                .filter(known -> known.key.equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The known key that is spelled most like {@code name}. */
    public static ConfigKey nearest(String name) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt(known -> editDistance(known.key, name)))
                .orElseThrow();
    }

    /** Levenshtein's distance, one row at a time. */
    private static int editDistance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
