package io.heliograph.server.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code key = value} lines, the environment and {@code --set}; an unknown key or an impossible value is
 * an error that names
 * its place, never something to be ignored.
 */
public final class ConfigLoader {
    private static final String ENVIRONMENT_PREFIX = "HELIOGRAPH__";

    private final Map<ConfigKey, ServerConfig.Setting> settings = new EnumMap<>(ConfigKey.class);

    private ConfigLoader() {
        for (ConfigKey key : ConfigKey.values()) {
            settings.put(key, new ServerConfig.Setting(key.defaultText(), "default"));
        }
    }

    /** {@code file} null: none. {@code assignments} as given to {@code --set}. */
    public static ServerConfig load(@Nullable Path file, Map<String, String> environment, List<String> assignments)
            throws ConfigException {
        ConfigLoader loader = new ConfigLoader();
        if (file != null) {
            loader.readFile(file);
        }
        loader.readEnvironment(environment);
        for (String assignment : assignments) {
            loader.assign(assignment, "--set " + assignment);
        }
        return new ServerConfig(loader.settings);
    }

    private void readFile(Path file) throws ConfigException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ConfigException("configuration file " + file + " cannot be read: " + e.getMessage());
        }
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                assign(line, file + ":" + (index + 1));
            }
        }
    }

    private void readEnvironment(Map<String, String> environment) throws ConfigException {
        for (ConfigKey key : ConfigKey.values()) {
            String value = environment.get(key.environmentName());
            if (value != null) {
                put(key, value, "environment " + key.environmentName());
            }
        }
        for (String name : environment.keySet()) {
            if (name.startsWith(ENVIRONMENT_PREFIX) && !isKnownVariable(name)) {
                throw new ConfigException("environment: unknown variable " + name);
            }
        }
    }

    private static boolean isKnownVariable(String name) {
        for (ConfigKey key : ConfigKey.values()) {
            if (key.environmentName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void assign(String line, String origin) throws ConfigException {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw new ConfigException(origin + ": expected key = value, found \"" + line + "\"");
        }
        String name = line.substring(0, equals).strip();
        ConfigKey key = ConfigKey.find(name);
        if (key == null) {
            throw new ConfigException(origin + ": unknown key \"" + name + "\"; did you mean \""
                    + ConfigKey.nearest(name).key() + "\"?");
        }
        put(key, line.substring(equals + 1).strip(), origin);
    }

    private void put(ConfigKey key, String value, String origin) throws ConfigException {
        String whyNot = key.whyNot(value);
        if (whyNot != null) {
            throw new ConfigException(origin + ": " + key.key() + " " + whyNot);
        }
        settings.put(key, new ServerConfig.Setting(value, origin));
    }
}
