package io.heliograph.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the settings come from; may be read again while the server runs.
 *
 * @param file null: none
 * @param assignments as given to {@code --set}
 */
public record ConfigSource(@Nullable Path file, Map<String, String> environment, List<String> assignments) {
    public ConfigSource {
        environment = Map.copyOf(environment);
        assignments = List.copyOf(assignments);
    }

    /** All problems at once, if there are any. */
    public ServerConfig load() throws ConfigException {
        return ConfigLoader.load(file, environment, assignments);
    }

    /** The environment may hold secrets. */
    @Override
    public String toString() {
        return "ConfigSource[" + file + "]";
    }
}
