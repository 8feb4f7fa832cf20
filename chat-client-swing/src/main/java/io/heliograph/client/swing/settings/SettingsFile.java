package io.heliograph.client.swing.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The file in which the settings are. Blocks: not for the event thread. */
public final class SettingsFile {
    private static final String NAME = "desktop.properties";
    private static final int MAX_BYTES = 2_000_000;

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /** Beside the profiles of a program that takes everything along. */
    public static SettingsFile in(Path folder) {
        return new SettingsFile(folder.resolve(NAME));
    }

    /** Where the platform keeps the settings of programs. */
    public static SettingsFile ofPlatform(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        String named = environment.getOrDefault(system.contains("windows") ? "APPDATA" : "XDG_CONFIG_HOME", "");
        Path base;
        if (!named.isEmpty() && Path.of(named).isAbsolute()) {
            base = Path.of(named);
        } else {
            base = system.contains("mac") ? home.resolve("Library/Preferences") : home.resolve(".config");
        }
        return new SettingsFile(base.resolve("heliograph").resolve(NAME));
    }

    /** Defaults where there is no file, or none that can be read. */
    public DesktopSettings load() {
        Properties properties = new Properties();
        try {
            if (Files.exists(file) && Files.size(file) <= MAX_BYTES) {
                try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    properties.load(in);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return DesktopSettings.DEFAULT; // a look is not worth a failed start
        }
        return DesktopSettings.of(properties);
    }

    /** All of it or nothing. */
    public void save(DesktopSettings settings) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            settings.toProperties().store(out, "Heliograph desktop");
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
