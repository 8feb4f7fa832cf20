package io.heliograph.server.config;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The settings in force, each with where it came from. Immutable.
 *
 * <p>Later sources win: default, configuration file, environment, command line.
 */
public final class ServerConfig {
    private final Map<ConfigKey, Setting> settings;

    ServerConfig(Map<ConfigKey, Setting> settings) {
        this.settings = new EnumMap<>(settings);
    }

    /** A value and the place it came from. */
    record Setting(String text, String origin) {}

    public String text(ConfigKey key) {
        return setting(key).text();
    }

    public int number(ConfigKey key) {
        return Integer.parseInt(setting(key).text());
    }

    /** The effective view: a line for each key, with the origin of its value. */
    public List<String> describe() {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey().key() + " = " + entry.getValue().text() + "    # "
                        + entry.getValue().origin())
                .toList();
    }

    private Setting setting(ConfigKey key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            throw new IllegalStateException("no value for " + key.key());
        }
        return setting;
    }
}
