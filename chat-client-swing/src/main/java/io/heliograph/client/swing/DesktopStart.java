package io.heliograph.client.swing;

import io.heliograph.client.core.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks of the desktop. {@link #toString} hides the secrets.
 *
 * @param server an address or an invite; empty to be asked for
 * @param user empty for the name of the system's user
 * @param password empty to be asked for where it is needed
 * @param profile null for the place of the platform
 * @param theme the word of a look; empty for the one that is remembered
 * @param rooms entered after the first login
 * @param atOnce nothing is left to ask: connect without a question
 */
public record DesktopStart(
        String server,
        String user,
        String password,
        @Nullable Path profile,
        String theme,
        List<Target> rooms,
        boolean atOnce,
        int lockAfterMinutes,
        Map<String, String> environment,
        String version) {
    public DesktopStart {
        rooms = List.copyOf(rooms);
        environment = Map.copyOf(environment);
    }

    @Override
    public String toString() {
        return "DesktopStart[server, user=" + user + "]";
    }
}
