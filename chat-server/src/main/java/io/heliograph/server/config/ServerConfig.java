package io.heliograph.server.config;

import java.util.ArrayList;
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

    /** A key whose value is another now. */
    public record Change(ConfigKey key, String before, String after) {
        /** {@code limits.rooms: 1000 -> 2000}. */
        @Override
        public String toString() {
            return key.key() + ": " + shown(before) + " -> " + shown(after);
        }

        private static String shown(String text) {
            return text.isEmpty() ? "(empty)" : text;
        }
    }

    public String text(ConfigKey key) {
        return setting(key).text();
    }

    public int number(ConfigKey key) {
        return Integer.parseInt(setting(key).text());
    }

    /** Milliseconds. */
    public long timeMs(ConfigKey key) {
        return Units.timeMs(text(key)).orElseThrow();
    }

    public long sizeBytes(ConfigKey key) {
        return Units.sizeBytes(text(key)).orElseThrow();
    }

    public boolean flag(ConfigKey key) {
        return Boolean.parseBoolean(text(key));
    }

    /** Names with commas between them. */
    public List<String> rooms(ConfigKey key) {
        return ValueRule.Rooms.split(text(key));
    }

    /** Where {@code next} has another value. */
    public List<Change> changesTo(ServerConfig next) {
        List<Change> changes = new ArrayList<>();
        for (ConfigKey key : ConfigKey.values()) {
            if (!text(key).equals(next.text(key))) {
                changes.add(new Change(key, text(key), next.text(key)));
            }
        }
        return changes;
    }

    /** These settings, with what {@code next} says of the keys that may change while the server runs. */
    public ServerConfig withLiveOf(ServerConfig next) {
        Map<ConfigKey, Setting> mixed = new EnumMap<>(settings);
        for (ConfigKey key : ConfigKey.values()) {
            if (key.isLive()) {
                mixed.put(key, next.setting(key));
            }
        }
        return new ServerConfig(mixed);
    }

    /** The effective view: a line for each key, with the origin of its value. */
    public List<String> describe() {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey().key() + " = " + entry.getValue().text() + "    # "
                        + entry.getValue().origin())
                .toList();
    }

    /** A configuration file of the defaults, each with what it is for; as it stands it changes nothing. */
    public static List<String> describeDefaults() {
        List<String> lines = new ArrayList<>();
        lines.add("# Heliograph relay. Remove the # before a key to set it; --check-config tells what is wrong.");
        for (ConfigKey key : ConfigKey.values()) {
            lines.add("");
            lines.add("# " + key.purpose());
            lines.add("# " + key.form() + "; " + (key.isLive() ? "applied by reload" : "applied by the next start"));
            lines.add(("#" + key.key() + " = " + key.defaultText()).stripTrailing());
        }
        return lines;
    }

    private Setting setting(ConfigKey key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            throw new IllegalStateException("no value for " + key.key());
        }
        return setting;
    }
}
