package io.heliograph.server;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where state goes when nobody says where: the platform's own place for it. */
final class StateFolder {
    private static final String NAME = "heliograph-server";

    private StateFolder() {}

    static Path of(@Nullable Path asked) {
        return asked != null
                ? asked
                : platformDefault(
                        System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static Path platformDefault(String system, String home, Map<String, String> environment) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("win")) {
            return Path.of(environment.getOrDefault("LOCALAPPDATA", home), NAME);
        }
        if (lower.contains("mac")) {
            return Path.of(home, "Library", "Application Support", NAME);
        }
        String state = environment.get("XDG_STATE_HOME");
        return state == null || state.isEmpty() ? Path.of(home, ".local", "state", NAME) : Path.of(state, NAME);
    }
}
