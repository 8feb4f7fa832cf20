package io.heliograph.client.launch;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.session.SessionConfig.Credentials;
import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.invite.InviteLink;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage.Secrets;
import io.heliograph.common.name.NameRules;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads single options; each complains in one line that says what to do. */
final class OptionChecks {
    private static final String DEFAULT_ROOM = "#lobby";
    private static final String PASSWORD_VARIABLE = "HELIOGRAPH_PASSWORD";
    private static final String SERVER_PASSWORD_VARIABLE = "HELIOGRAPH_SERVER_PASSWORD";

    private OptionChecks() {}

    static @Nullable InviteLink inviteOf(ClientOptions options) throws UsageException {
        String text = options.invite();
        if (text == null) {
            return null;
        }
        if (options.server() != null) {
            throw new UsageException("an invite names its server: leave out --server");
        }
        try {
            return InviteLink.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("this is no invite (" + SafeText.line(String.valueOf(e.getMessage()))
                    + "): it looks like heliograph://HOST:PORT/#SHA256:... and needs quotes in some shells");
        }
    }

    static void lookAndLock(ClientOptions options) throws UsageException {
        if (options.isLight() && options.isDark()) {
            throw new UsageException("--light and --dark exclude each other");
        }
        if (options.lockAfterMinutes() < 0) {
            throw new UsageException("--lock-after takes minutes, 1 or more");
        }
    }

    static ServerName serverOf(ClientOptions options, @Nullable InviteLink invite) throws UsageException {
        if (invite != null) {
            return new ServerName(invite.host(), invite.port());
        }
        String text = options.server();
        if (text == null) {
            throw new UsageException("which server? Give an invite (heliograph://...) or --server HOST[:PORT]");
        }
        ServerName server = ServerName.parse(text);
        if (server == null) {
            throw new UsageException(
                    "\"" + SafeText.line(text) + "\" is no server: --server HOST or --server HOST:PORT");
        }
        return server;
    }

    static String fingerprint(String text) throws UsageException {
        try {
            return Fingerprint.parse(text).toString();
        } catch (IllegalArgumentException e) {
            throw new UsageException("--trust takes SHA256: and 43 characters, as the server prints it at its start");
        }
    }

    static String user(@Nullable String wanted) throws UsageException {
        String name = NameRules.normalise(wanted == null ? System.getProperty("user.name", "") : wanted);
        String whyNot = NameRules.whyNotAName(name);
        if (whyNot != null) {
            throw new UsageException(SafeText.line(whyNot) + " Choose another one with --user NAME.");
        }
        return name;
    }

    /** Who names one password alone means it for whatever asks for one. */
    static Credentials credentialsOf(ClientOptions options, Map<String, String> environment, String inviteToken)
            throws UsageException {
        String password = secretOf("password", options.passwordFile(), environment.getOrDefault(PASSWORD_VARIABLE, ""));
        String servers = secretOf(
                "password", options.serverPasswordFile(), environment.getOrDefault(SERVER_PASSWORD_VARIABLE, ""));
        boolean named = options.serverPasswordFile() != null || environment.containsKey(SERVER_PASSWORD_VARIABLE);
        Secrets secrets = new Secrets(named ? servers : password, password, inviteToken, options.adminToken());
        // A token is there to register with: without the wish a password would only be tried on an account.
        return new Credentials(secrets, options.wantsToRegister() || !inviteToken.isEmpty());
    }

    /** What stands in {@code file}, else {@code fallback}; {@code what} names it. */
    static String secretOf(String what, @Nullable Path file, String fallback) throws UsageException {
        String password = fallback;
        if (file != null) {
            try {
                // An editor leaves a line end, which is no part of the password.
                password = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
            } catch (IOException e) {
                throw new UsageException("the " + what + " file " + file + " cannot be read as text: check its path");
            }
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > Bounds.MAX_PASSWORD_BYTES) {
            throw new UsageException("the " + what + " has more than " + Bounds.MAX_PASSWORD_BYTES + " bytes");
        }
        return password;
    }

    /** With {@code --send} and {@code --tail} only what they need. */
    static List<Target> rooms(List<String> names, @Nullable Target only) throws UsageException {
        List<Target> rooms = new ArrayList<>();
        for (String name : names) {
            rooms.add(checked("--room", Target.room(name)));
        }
        if (only != null
                && only.isRoom()
                && rooms.stream().noneMatch(room -> room.key().equals(only.key()))) {
            rooms.add(only);
        }
        if (only == null && rooms.isEmpty()) {
            rooms.add(new Target(DEFAULT_ROOM));
        }
        return rooms;
    }

    static @Nullable Target target(String option, @Nullable String text) throws UsageException {
        if (text == null) {
            return null;
        }
        Target target = Target.parse(text);
        if (target == null) {
            throw new UsageException(option + " takes #room or @user, not \"" + SafeText.line(text) + "\"");
        }
        return checked(option, target);
    }

    private static Target checked(String option, Target target) throws UsageException {
        String whyNot = target.whyNot();
        if (whyNot != null) {
            throw new UsageException(option + " " + SafeText.line(target.address()) + ": " + SafeText.line(whyNot));
        }
        return target;
    }
}
