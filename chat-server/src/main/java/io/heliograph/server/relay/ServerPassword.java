package io.heliograph.server.relay;

import io.heliograph.server.config.ConfigKey;
import io.heliograph.server.config.ServerConfig;
import io.heliograph.server.folder.StartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The password of the whole server: from a file or the environment, never from an argument. */
final class ServerPassword {
    private static final String VARIABLE = "HELIOGRAPH_SERVER_PASSWORD";

    private ServerPassword() {}

    /** Null if none is set. */
    static @Nullable String read(ServerConfig config) throws StartException {
        String file = config.text(ConfigKey.SERVER_PASSWORD_FILE);
        if (file.isEmpty()) {
            String fromEnvironment = System.getenv(VARIABLE);
            return fromEnvironment == null || fromEnvironment.isEmpty() ? null : fromEnvironment;
        }
        try {
            List<String> lines = Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
            if (lines.isEmpty() || lines.get(0).isEmpty()) {
                throw new StartException("server.password_file " + file + " is empty: its first line is the password");
            }
            return lines.get(0);
        } catch (IOException e) {
            throw new StartException("server.password_file " + file + " cannot be read: " + e.getMessage());
        }
    }
}
