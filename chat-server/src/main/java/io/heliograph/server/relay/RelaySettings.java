package io.heliograph.server.relay;

import io.heliograph.common.channel.ChannelConfig;
import io.heliograph.common.connection.ConnectionConfig;
import io.heliograph.common.connection.ServerEndpointConfig;
import io.heliograph.common.handshake.ServerHandshakeConfig;
import io.heliograph.common.record.RekeyPolicy;
import io.heliograph.server.config.ConfigKey;
import io.heliograph.server.config.ServerConfig;
import io.heliograph.server.routing.RelayConfig;
import io.heliograph.server.store.sql.SqlStore;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Translates the configuration into what each part needs to know. */
final class RelaySettings {
    /** Protocol.md 5.7: a session resumes for 30 min. */
    private static final long FORGET_AFTER_NS = TimeUnit.MINUTES.toNanos(30);

    private static final long DORMANT_AFTER_NS = TimeUnit.SECONDS.toNanos(90);

    private final ServerConfig config;

    RelaySettings(ServerConfig config) {
        this.config = config;
    }

    ServerHandshakeConfig handshake() {
        ServerHandshakeConfig standard = ServerHandshakeConfig.STANDARD;
        return new ServerHandshakeConfig(
                config.number(ConfigKey.KEY_REQ_PER_SECOND),
                config.number(ConfigKey.KEY_REQ_BURST),
                standard.maxAddressCount(),
                config.number(ConfigKey.HALF_OPEN),
                standard.halfOpenNs(),
                standard.cookiePeriodNs());
    }

    ServerEndpointConfig endpoint() {
        ConnectionConfig connection = new ConnectionConfig(
                RekeyPolicy.STANDARD,
                ChannelConfig.defaults().withReceiveBytes(config.number(ConfigKey.REASSEMBLY_BYTES)),
                FORGET_AFTER_NS,
                DORMANT_AFTER_NS);
        return new ServerEndpointConfig(
                connection, config.number(ConfigKey.CONNECTIONS), config.number(ConfigKey.CONNECTIONS_PER_ADDRESS));
    }

    RelayConfig relay() {
        return new RelayConfig(
                config.text(ConfigKey.SERVER_NAME),
                config.text(ConfigKey.ROOMS_MOTD),
                RelayConfig.Registration.valueOf(
                        config.text(ConfigKey.REGISTRATION).toUpperCase(Locale.ROOT)),
                "everyone".equals(config.text(ConfigKey.ROOMS_CREATE)),
                config.rooms(ConfigKey.ROOMS_AUTO_JOIN),
                new RelayConfig.Limits(
                        config.number(ConfigKey.ACCOUNTS),
                        config.number(ConfigKey.DEVICES_PER_ACCOUNT),
                        config.number(ConfigKey.LOGIN_FAILURES),
                        config.number(ConfigKey.LOGIN_FAILURES_PER_ADDRESS),
                        config.number(ConfigKey.POST_BURST),
                        config.number(ConfigKey.POSTS_PER_SECOND),
                        config.number(ConfigKey.ROOMS),
                        config.number(ConfigKey.ROOMS_PER_USER)),
                new RelayConfig.Keeping(
                        config.number(ConfigKey.HISTORY_WINDOW_ENTRIES),
                        config.sizeBytes(ConfigKey.HISTORY_WINDOW_BYTES),
                        config.timeMs(ConfigKey.HISTORY_MAX_AGE),
                        config.number(ConfigKey.HISTORY_MAX_ENTRIES),
                        config.sizeBytes(ConfigKey.HISTORY_MAX_BYTES)),
                new RelayConfig.Files(
                        config.sizeBytes(ConfigKey.FILES_MAX_SIZE),
                        config.sizeBytes(ConfigKey.FILES_QUOTA),
                        config.sizeBytes(ConfigKey.FILES_TOTAL),
                        config.timeMs(ConfigKey.FILES_KEEP)));
    }

    int cryptoThreads() {
        return config.number(ConfigKey.CRYPTO_THREADS);
    }

    /** Guessing passwords must not take the last core from the loop. */
    int passwordThreads() {
        int spareCores = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return Math.min(config.number(ConfigKey.ARGON2_AT_ONCE), spareCores);
    }

    SqlStore.Settings store() {
        return new SqlStore.Settings(
                "full".equals(config.text(ConfigKey.STORE_SYNC)), config.sizeBytes(ConfigKey.STORE_RESERVE));
    }
}
