package io.heliograph.client.swing.settings;

import io.heliograph.client.swing.theme.Accent;
import io.heliograph.client.swing.theme.Appearance;
import io.heliograph.client.swing.theme.ThemeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the desktop remembers between starts. Immutable; nothing in it is secret.
 *
 * @param bounds null before the first window was closed
 * @param servers the one used last first
 * @param kept what features remember, by keys that begin with the name of the feature
 */
public record DesktopSettings(
        Appearance appearance,
        @Nullable WindowBounds bounds,
        int sidebarWidth,
        boolean detailsShown,
        List<KnownServer> servers,
        Map<String, String> kept) {
    public static final int MIN_SIDEBAR = 260;
    public static final int MAX_SIDEBAR = 420;
    public static final DesktopSettings DEFAULT =
            new DesktopSettings(Appearance.DEFAULT, null, 320, false, List.of(), Map.of());

    private static final int MAX_SERVERS = 12;
    private static final int MAX_KEPT = 300;
    private static final int MAX_KEPT_CHARS = 4_000;
    private static final String KEPT = "kept.";
    private static final int MAX_COORDINATE = 100_000;

    public DesktopSettings {
        sidebarWidth = Math.max(MIN_SIDEBAR, Math.min(MAX_SIDEBAR, sidebarWidth));
        servers = List.copyOf(servers.subList(0, Math.min(MAX_SERVERS, servers.size())));
        kept = Map.copyOf(kept);
    }

    public DesktopSettings withAppearance(Appearance other) {
        return new DesktopSettings(other, bounds, sidebarWidth, detailsShown, servers, kept);
    }

    public DesktopSettings withWindow(WindowBounds other, int otherSidebarWidth) {
        return new DesktopSettings(appearance, other, otherSidebarWidth, detailsShown, servers, kept);
    }

    public DesktopSettings withDetails(boolean shown) {
        return new DesktopSettings(appearance, bounds, sidebarWidth, shown, servers, kept);
    }

    /** {@code server} comes first, and once. */
    public DesktopSettings withServer(KnownServer server) {
        List<KnownServer> renewed = new ArrayList<>();
        renewed.add(server);
        servers.stream()
                .filter(known -> !known.address().equals(server.address())
                        || !known.user().equals(server.user()))
                .forEach(renewed::add);
        return new DesktopSettings(appearance, bounds, sidebarWidth, detailsShown, renewed, kept);
    }

    /** {@code key} begins with the name of the feature; an empty value is forgotten. */
    public DesktopSettings withKept(String key, String value) {
        Map<String, String> renewed = new TreeMap<>(kept);
        if (value.isEmpty()) {
            renewed.remove(key);
        } else if (value.length() <= MAX_KEPT_CHARS && (kept.containsKey(key) || kept.size() < MAX_KEPT)) {
            renewed.put(key, value);
        }
        return new DesktopSettings(appearance, bounds, sidebarWidth, detailsShown, servers, renewed);
    }

    /** What a feature remembers; empty for nothing. */
    public String kept(String key) {
        return kept.getOrDefault(key, "");
    }

    /** Null if this desktop has not been there. */
    public @Nullable KnownServer server(String address) {
        return servers.stream()
                .filter(known -> known.address().equals(address))
                .findFirst()
                .orElse(null);
    }

    /** A file that a person has spoilt gives what can be read of it, and defaults for the rest. */
    static DesktopSettings of(Properties file) {
        Appearance look = new Appearance(
                ThemeName.of(file.getProperty("theme", ""), ThemeName.SYSTEM),
                Accent.of(file.getProperty("accent", ""), Accent.BLUE),
                number(file, "zoom", Appearance.DEFAULT.zoomPercent()));
        WindowBounds bounds = file.containsKey("window.width")
                ? new WindowBounds(
                        number(file, "window.x", 0),
                        number(file, "window.y", 0),
                        number(file, "window.width", WindowBounds.DEFAULT_WIDTH),
                        number(file, "window.height", WindowBounds.DEFAULT_HEIGHT),
                        Boolean.parseBoolean(file.getProperty("window.maximised")))
                : null;
        List<KnownServer> servers = new ArrayList<>();
        for (int index = 0; index < MAX_SERVERS && file.containsKey("server." + index + ".address"); index++) {
            String key = "server." + index;
            servers.add(new KnownServer(
                    file.getProperty(key + ".address", ""),
                    file.getProperty(key + ".name", ""),
                    file.getProperty(key + ".user", ""),
                    file.getProperty(key + ".fingerprint", "")));
        }
        return new DesktopSettings(
                look,
                bounds,
                number(file, "sidebar.width", DEFAULT.sidebarWidth()),
                Boolean.parseBoolean(file.getProperty("details")),
                servers,
                keptIn(file));
    }

    private static Map<String, String> keptIn(Properties file) {
        Map<String, String> kept = new TreeMap<>();
        file.stringPropertyNames().stream()
                .filter(key -> key.startsWith(KEPT) && file.getProperty(key).length() <= MAX_KEPT_CHARS)
                .sorted()
                .limit(MAX_KEPT)
                .forEach(key -> kept.put(key.substring(KEPT.length()), file.getProperty(key)));
        return kept;
    }

    Properties toProperties() {
        Properties file = new Properties();
        kept.forEach((key, value) -> file.setProperty(KEPT + key, value));
        file.setProperty("theme", appearance.theme().word());
        file.setProperty("accent", appearance.accent().word());
        file.setProperty("zoom", Integer.toString(appearance.zoomPercent()));
        if (bounds != null) {
            file.setProperty("window.x", Integer.toString(bounds.x()));
            file.setProperty("window.y", Integer.toString(bounds.y()));
            file.setProperty("window.width", Integer.toString(bounds.width()));
            file.setProperty("window.height", Integer.toString(bounds.height()));
            file.setProperty("window.maximised", Boolean.toString(bounds.maximised()));
        }
        file.setProperty("sidebar.width", Integer.toString(sidebarWidth));
        file.setProperty("details", Boolean.toString(detailsShown));
        for (int index = 0; index < servers.size(); index++) {
            String key = "server." + index;
            KnownServer server = servers.get(index);
            file.setProperty(key + ".address", server.address());
            file.setProperty(key + ".name", server.name());
            file.setProperty(key + ".user", server.user());
            file.setProperty(key + ".fingerprint", server.fingerprint());
        }
        return file;
    }

    private static int number(Properties file, String key, int fallback) {
        String text = file.getProperty(key, "");
        if (!text.matches("-?[0-9]{1,6}")) {
            return fallback;
        }
        int number = Integer.parseInt(text);
        return Math.abs(number) <= MAX_COORDINATE ? number : fallback;
    }
}
