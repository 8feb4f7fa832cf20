package io.heliograph.client.launch;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.session.SessionConfig.Credentials;
import io.heliograph.common.invite.InviteLink;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for, checked. {@link #toString} hides the secrets.
 *
 * @param trust the fingerprint named by {@code --trust}; goes before what is stored
 * @param invited the fingerprint of the invite; must not contradict what is stored
 * @param rooms entered after login
 */
public record Launch(
        ServerName server,
        @Nullable String trust,
        @Nullable String invited,
        String user,
        Credentials credentials,
        List<Target> rooms,
        @Nullable Target send,
        @Nullable Target tail) {

    public Launch {
        rooms = List.copyOf(rooms);
    }

    /** The server alone, for what needs no account. */
    public static ServerName serverOf(ClientOptions options) throws UsageException {
        return OptionChecks.serverOf(options, OptionChecks.inviteOf(options));
    }

    /** Throws with one line for people where something is wrong. */
    public static Launch of(ClientOptions options, Map<String, String> environment) throws UsageException {
        Target send = OptionChecks.target("--send", options.send());
        Target tail = OptionChecks.target("--tail", options.tail());
        if (send != null && tail != null) {
            throw new UsageException("--send and --tail exclude each other: start two clients with two profiles");
        }
        if (options.file() != null && send == null) {
            throw new UsageException("--file needs --send #room or --send @user: to whom does it go?");
        }
        OptionChecks.lookAndLock(options);
        InviteLink invite = OptionChecks.inviteOf(options);
        return new Launch(
                OptionChecks.serverOf(options, invite),
                options.trust() == null ? null : OptionChecks.fingerprint(options.trust()),
                invite == null ? null : invite.fingerprint().toString(),
                OptionChecks.user(options.user()),
                OptionChecks.credentialsOf(options, environment, invite == null ? "" : invite.token()),
                OptionChecks.rooms(options.rooms(), send != null ? send : tail),
                send,
                tail);
    }

    @Override
    public String toString() {
        return "Launch[server=" + server + ", user=" + user + ", rooms=" + rooms + "]";
    }
}
