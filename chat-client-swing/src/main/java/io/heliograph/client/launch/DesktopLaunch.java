package io.heliograph.client.launch;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.session.SessionConfig.Credentials;
import io.heliograph.common.invite.InviteLink;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks of the desktop, checked. Less than the terminal needs: what is not named is asked for in
 * the window. {@link #toString} hides the secrets.
 *
 * @param server an address or an invite; empty to be asked for
 * @param trust the fingerprint named by {@code --trust}; goes before what is stored
 * @param user empty for the name of the system's user
 * @param rooms entered after login
 * @param theme the word of a look; empty for the one that is remembered
 * @param downloads where the files of everybody go by themselves; null for nowhere
 */
public record DesktopLaunch(
        String server,
        @Nullable String trust,
        String user,
        Credentials credentials,
        List<Target> rooms,
        ProfilePlace place,
        String passphrase,
        boolean repair,
        String theme,
        int lockAfterMinutes,
        @Nullable Path downloads,
        Map<String, String> environment) {
    public DesktopLaunch {
        rooms = List.copyOf(rooms);
        environment = Map.copyOf(environment);
    }

    /** Throws with one line for people where something is wrong. */
    public static DesktopLaunch of(ClientOptions options, Map<String, String> environment) throws UsageException {
        if (options.file() != null) {
            throw new UsageException("--file needs --send #room or --send @user: to whom does it go?");
        }
        OptionChecks.lookAndLock(options);
        InviteLink invite = OptionChecks.inviteOf(options);
        if (invite == null && options.server() != null) {
            OptionChecks.serverOf(options, null);
        }
        String user = options.user() == null ? "" : OptionChecks.user(options.user());
        return new DesktopLaunch(
                Objects.requireNonNullElse(options.invite(), Objects.requireNonNullElse(options.server(), "")),
                options.trust() == null ? null : OptionChecks.fingerprint(options.trust()),
                user,
                OptionChecks.credentialsOf(options, environment, invite == null ? "" : invite.token()),
                OptionChecks.rooms(options.rooms(), null),
                ProfilePlace.of(options, environment),
                Passphrase.given(options, environment),
                options.wantsToRepair(),
                options.isLight() ? "light" : options.isDark() ? "dark" : "",
                options.lockAfterMinutes(),
                options.download(),
                environment);
    }

    /** Nothing is left to ask: connect without a question. */
    public boolean isComplete() {
        return !server.isEmpty() && !user.isEmpty();
    }

    @Override
    public String toString() {
        return "DesktopLaunch[user=" + user + ", rooms=" + rooms + "]";
    }
}
