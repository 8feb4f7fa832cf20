package io.heliograph.server.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code key = value} lines, the environment and {@code --set}; an unknown key or an impossible value is an error
 * that names its place, never something to be ignored. Every problem is found, not only the first.
 */
public final class ConfigLoader {
    private final Map<ConfigKey, ServerConfig.Setting> settings = new EnumMap<>(ConfigKey.class);
    private final List<String> problems = new ArrayList<>();

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
        if (!loader.problems.isEmpty()) {
            throw new ConfigException(loader.problems);
        }
        return new ServerConfig(loader.settings);
    }

    private void readFile(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            problems.add("configuration file " + file + " cannot be read: " + e.getMessage());
            return;
        }
        Map<ConfigKey, Integer> seen = new HashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String origin = file + ":" + number;
                ConfigKey key = assign(line, origin);
                Integer earlier = key == null ? null : seen.put(key, number);
                if (key != null && earlier != null) {
                    problems.add(origin + ": " + key.key() + " is set in line " + earlier + " already; remove one");
                }
            }
        }
    }

    private void readEnvironment(Map<String, String> environment) {
        for (ConfigKey key : ConfigKey.values()) {
            String value = environment.get(key.environmentName());
            if (value != null) {
                put(key, value.strip(), "environment " + key.environmentName());
            }
        }
        for (String name : new TreeSet<>(environment.keySet())) {
            if (name.startsWith(ConfigKey.ENVIRONMENT_PREFIX) && !isKnownVariable(name)) {
                problems.add("environment: unknown variable " + name + "; did you mean "
                        + ConfigKey.nearest(keyOf(name)).environmentName() + "?");
            }
        }
    }

    private static String keyOf(String variable) {
        return variable.substring(ConfigKey.ENVIRONMENT_PREFIX.length())
                .replace("__", ".")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isKnownVariable(String name) {
        for (ConfigKey key : ConfigKey.values()) {
            if (key.environmentName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The key; null if there is none of that name. */
    private @Nullable ConfigKey assign(String line, String origin) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            problems.add(origin + ": expected key = value, found \"" + line + "\"");
            return null;
        }
        String name = line.substring(0, equals).strip();
        ConfigKey key = ConfigKey.find(name);
        if (key == null) {
            problems.add(origin + ": unknown key \"" + name + "\"; did you mean \""
                    + ConfigKey.nearest(name).key() + "\"?");
            return null;
        }
        put(key, line.substring(equals + 1).strip(), origin);
        return key;
    }

    private void put(ConfigKey key, String value, String origin) {
        String whyNot = key.whyNot(value);
        if (whyNot != null) {
            problems.add(origin + ": " + key.key() + " " + whyNot);
        } else {
            settings.put(key, new ServerConfig.Setting(value, origin));
        }
    }
}
