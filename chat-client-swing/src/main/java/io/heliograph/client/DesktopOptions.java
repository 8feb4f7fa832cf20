package io.heliograph.client;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.DesktopStart;
import io.heliograph.client.terminal.ClientOptions;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The command line as the desktop takes it, or one line that says what is wrong with it.
 *
 * @param start null if something is wrong
 */
record DesktopOptions(@Nullable DesktopStart start, String complaint) {
    private static final String DEFAULT_ROOM = "#lobby";
    private static final String PASSWORD_VARIABLE = "HELIOGRAPH_PASSWORD";

    static DesktopOptions read(ClientOptions options, Map<String, String> environment, String version) {
        String invite = options.invite();
        String server = options.server();
        if (invite != null && server != null) {
            return wrong("an invite names its server: leave out --server");
        } else if (options.isLight() && options.isDark()) {
            return wrong("--light and --dark exclude each other");
        } else if (options.lockAfterMinutes() < 0) {
            return wrong("--lock-after takes minutes, 1 or more");
        }
        List<Target> rooms = new ArrayList<>();
        String badRoom = readRooms(options.rooms(), rooms);
        if (!badRoom.isEmpty()) {
            return wrong(badRoom);
        }
        String password;
        try {
            password = passwordOf(options.passwordFile(), environment);
        } catch (IOException e) {
            return wrong("the password file cannot be read as text: check its path");
        }
        String where = Objects.requireNonNullElse(invite, Objects.requireNonNullElse(server, ""));
        String user = Objects.requireNonNullElse(options.user(), "");
        String theme = options.isLight() ? "light" : options.isDark() ? "dark" : "";
        return new DesktopOptions(
                new DesktopStart(
                        where,
                        user,
                        password,
                        options.profile(),
                        theme,
                        rooms.isEmpty() ? List.of(new Target(DEFAULT_ROOM)) : rooms,
                        !where.isEmpty() && !user.isEmpty(),
                        options.lockAfterMinutes(),
                        environment,
                        version),
                "");
    }

    /** What is wrong with the first bad name; empty if nothing is. */
    private static String readRooms(List<String> names, List<Target> rooms) {
        for (String name : names) {
            Target room = Target.room(name);
            String whyNot = room.whyNot();
            if (whyNot != null) {
                return "--room " + SafeText.line(name) + ": " + SafeText.line(whyNot);
            }
            rooms.add(room);
        }
        return "";
    }

    private static String passwordOf(@Nullable Path file, Map<String, String> environment) throws IOException {
        return file == null
                ? environment.getOrDefault(PASSWORD_VARIABLE, "")
                // An editor leaves a line end, which is no part of the password.
                : Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    }

    private static DesktopOptions wrong(String complaint) {
        return new DesktopOptions(null, complaint);
    }
}
