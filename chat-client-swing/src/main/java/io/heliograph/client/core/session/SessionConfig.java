package io.heliograph.client.core.session;

import io.heliograph.client.core.AutoRead;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.ClientMessage.Secrets;
import java.util.List;

/**
 * Who enters where. {@link #toString} hides the secrets.
 *
 * @param rooms entered after the first login
 * @param autoRead what is read by being shown
 * @param deviceName what the user's list of devices calls this one
 */
public record SessionConfig(
        ServerName server,
        String user,
        Credentials credentials,
        List<Target> rooms,
        AutoRead autoRead,
        String deviceName,
        String clientVersion) {

    /** What opens the door; {@code register}: the account is to be made. {@link #toString} hides the secrets. */
    public record Credentials(Secrets secrets, boolean register) {
        public static final Credentials NONE = new Credentials(Secrets.NONE, false);
    }

    public SessionConfig {
        rooms = List.copyOf(rooms);
    }

    @Override
    public String toString() {
        return "SessionConfig[server=" + server + ", user=" + user + ", rooms=" + rooms + "]";
    }
}
