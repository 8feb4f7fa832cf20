package io.heliograph.server.relay;

import io.heliograph.server.config.ConfigException;
import io.heliograph.server.config.ConfigSource;
import io.heliograph.server.config.ServerConfig;

/** Settings, and where to read them again. */
public record Configured(ConfigSource source, ServerConfig config) {
    public static Configured from(ConfigSource source) throws ConfigException {
        return new Configured(source, source.load());
    }
}
