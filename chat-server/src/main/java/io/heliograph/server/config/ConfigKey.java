package io.heliograph.server.config;

import io.heliograph.common.text.EditDistance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every setting there is, with its default, its bounds and what it is for. */
public enum ConfigKey {
    SERVER_NAME("server.name", "Heliograph", text(96), true, "What clients show as the server's name."),
    SERVER_HOST("server.host", "", text(255), false, "The host in the invite link; empty: the machine's own address."),
    SERVER_PASSWORD_FILE(
            "server.password_file",
            "",
            text(1_024),
            false,
            "A file whose first line is the server's password; empty: HELIOGRAPH_SERVER_PASSWORD, or none."),
    CRYPTO_THREADS("server.crypto_threads", "1", number(1, 64), false, "Threads that make keys and check signatures."),

    REGISTRATION(
            "accounts.registration",
            "open",
            choice("open", "invite", "closed"),
            true,
            "Who may register: everybody, who has an invite token, or nobody (administrators add accounts)."),

    ROOMS_CREATE("rooms.create", "everyone", choice("everyone", "admins"), true, "Who may make rooms."),
    ROOMS_AUTO_JOIN("rooms.auto_join", "#lobby", new ValueRule.Rooms(), true, "Rooms a new account is in at once."),
    ROOMS_MOTD("rooms.motd", "", text(2_000), true, "Greets whoever logs in; empty: nothing."),

    HISTORY_MAX_AGE("history.max_age", "0", time("0", "36500d"), true, "How long messages are kept; 0: for ever."),
    HISTORY_MAX_ENTRIES(
            "history.max_entries", "1000000", number(100, 100_000_000), true, "Entries kept of a conversation."),
    HISTORY_MAX_BYTES("history.max_bytes", "1GiB", size("1MiB", "1024GiB"), true, "Bytes kept of a conversation."),
    HISTORY_WINDOW_ENTRIES(
            "history.window_entries", "256", number(16, 65_536), true, "Entries of a conversation held in memory."),
    HISTORY_WINDOW_BYTES(
            "history.window_bytes", "128KiB", size("64KiB", "64MiB"), true, "Bytes of a conversation held in memory."),

    FILES_MAX_SIZE("files.max_size", "2GiB", size("0", "1024GiB"), true, "The largest file; 0: no files."),
    FILES_QUOTA("files.quota", "4GiB", size("0", "1024GiB"), true, "Bytes of a user's files together."),
    FILES_TOTAL("files.total", "20GiB", size("0", "65536GiB"), true, "Bytes of all files together."),
    FILES_KEEP("files.keep", "30d", time("1h", "3650d"), true, "How long a file can be fetched after its upload."),

    STORE_SYNC(
            "store.sync",
            "full",
            choice("full", "normal"),
            false,
            "full: what was acknowledged survives loss of power; normal: only the end of the process."),
    STORE_RESERVE(
            "store.reserve", "64MiB", size("0", "1024GiB"), false, "Free space below which nothing more is stored."),
    BACKUP_FOLDER(
            "backup.folder", "", text(1_024), true, "Where backups go; empty: the folder backups in the data folder."),

    LOG_LEVEL("log.level", "info", choice("debug", "info", "warn", "error"), true, "What is logged at all."),
    LOG_FILE("log.file", "", text(1_024), false, "A file for the log; empty: standard error only."),
    LOG_MAX_SIZE("log.max_size", "10MiB", size("64KiB", "1GiB"), false, "Size at which another log file is begun."),
    LOG_KEEP_DAYS("log.keep_days", "14", number(1, 3_650), false, "Days after which an old log file is deleted."),

    DISCOVERY("discovery.enabled", "true", choice("true", "false"), false, "Answers searches on the local network."),

    KEY_REQ_PER_SECOND(
            "limits.key_req_per_second", "50", number(1, 1_000_000), false, "Key requests per second and address."),
    KEY_REQ_BURST("limits.key_req_burst", "200", number(1, 1_000_000), false, "Key requests at once from an address."),
    HALF_OPEN(
            "limits.half_open",
            "4096",
            number(1, 1_000_000),
            false,
            "Connections that have not confirmed their keys yet."),
    CONNECTIONS("limits.connections", "10000", number(1, 1_000_000), false, "Connections in all."),
    CONNECTIONS_PER_ADDRESS(
            "limits.connections_per_address", "256", number(1, 1_000_000), false, "Connections from one address."),
    ACCOUNTS("limits.accounts", "100000", number(1, 10_000_000), true, "Accounts in all."),
    DEVICES_PER_ACCOUNT(
            "limits.devices_per_account",
            "16",
            number(1, 64),
            true,
            "Devices enrolled for an account, each with one connection."),
    ARGON2_AT_ONCE(
            "limits.argon2_at_once",
            "2",
            number(1, 64),
            false,
            "Passwords checked at once, each in 64 MiB; a core is left to the rest."),
    LOGIN_FAILURES(
            "limits.login_failures_per_minute", "3", number(1, 1_000_000), true, "Failed logins per name and address."),
    LOGIN_FAILURES_PER_ADDRESS(
            "limits.login_failures_per_address",
            "30",
            number(1, 1_000_000),
            true,
            "Failed logins per minute and address."),
    POST_BURST("limits.post_burst", "200", number(1, 10_000_000), true, "Posts that are taken at once from a user."),
    POSTS_PER_SECOND(
            "limits.posts_per_second",
            "20",
            number(1, 10_000_000),
            true,
            "Posts per second and user after the burst; more wait."),
    ROOMS("limits.rooms", "1000", number(1, 1_000_000), true, "Rooms in all."),
    ROOMS_PER_USER("limits.rooms_per_user", "100", number(1, 1_000_000), true, "Rooms a user may be in."),
    REASSEMBLY_BYTES(
            "limits.reassembly_bytes",
            "1048576",
            number(131_072, 1_048_576),
            false,
            "Bytes held for a client until they are complete.");

    static final String ENVIRONMENT_PREFIX = "HELIOGRAPH__";

    private final String key;
    private final String defaultText;

    @SuppressWarnings("ImmutableEnumChecker") // each rule is a record of immutable values
    private final ValueRule rule;

    private final boolean live;
    private final String purpose;

    ConfigKey(String key, String defaultText, ValueRule rule, boolean live, String purpose) {
        this.key = key;
        this.defaultText = defaultText;
        this.rule = rule;
        this.live = live;
        this.purpose = purpose;
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

    /** What to write, for the operator. */
    public String form() {
        return rule.form();
    }

    /** True: {@code reload} applies it; false: only the next start does. */
    public boolean isLive() {
        return live;
    }

    /** {@code limits.rooms} is {@code HELIOGRAPH__LIMITS__ROOMS} in the environment. */
    public String environmentName() {
        return ENVIRONMENT_PREFIX + key.replace(".", "__").toUpperCase(Locale.ROOT);
    }

    /** Null if {@code text} is a value for this key, else what is wrong with it. */
    public @Nullable String whyNot(String text) {
        return rule.whyNot(text);
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
                .min(Comparator.comparingInt(known -> EditDistance.between(known.key, name)))
                .orElseThrow();
    }

    private static ValueRule text(int maxBytes) {
        return new ValueRule.Text(maxBytes);
    }

    private static ValueRule number(int min, int max) {
        return new ValueRule.Whole(min, max);
    }

    private static ValueRule time(String min, String max) {
        return new ValueRule.Time(
                Units.timeMs(min).orElseThrow(), Units.timeMs(max).orElseThrow());
    }

    private static ValueRule size(String min, String max) {
        return new ValueRule.Size(
                Units.sizeBytes(min).orElseThrow(), Units.sizeBytes(max).orElseThrow());
    }

    private static ValueRule choice(String... words) {
        return new ValueRule.Choice(words);
    }
}
