package io.heliograph.client.swing.connect;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.session.SessionConfig.Credentials;
import io.heliograph.client.launch.DesktopLaunch;
import io.heliograph.common.invite.InviteLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the start of the program gives, for the server that it names and no other. {@link #toString} hides the secrets.
 *
 * @param server the server as it was written; empty for any
 * @param trust the fingerprint that the user vouches for; null for none
 * @param rooms entered after the first login, wherever that is
 */
public record Given(
        String server, @Nullable String trust, Credentials credentials, String passphrase, List<Target> rooms) {
    /** Nothing but the rooms. */
    public static Given nothing(List<Target> rooms) {

        return new Given("", null, Credentials.NONE, "", rooms);
    }

    public static Given of(DesktopLaunch start) {
        return new Given(start.server(), start.trust(), start.credentials(), start.passphrase(), start.rooms());
    }

    public Given {
        rooms = List.copyOf(rooms);
    }

    /** A password is for whom it was meant: what was given for one server is not shown to another. */
    Given forServer(ServerName wanted) {
        return server.isEmpty() || wanted.equals(named()) ? this : nothing(rooms);
    }

    private @Nullable ServerName named() {
        try {
            InviteLink invite = InviteLink.parse(server);
            return new ServerName(invite.host(), invite.port());
        } catch (IllegalArgumentException e) {
            return ServerName.parse(server); // no invite, then an address
        }
    }

    @Override
    public String toString() {
        return "Given[]";
    }
}
