package io.heliograph.client.core.session;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import java.util.List;

/**
 * Who enters where. {@link #toString} hides the secrets.
 *
 * @param password the server's; empty where none is set
 * @param adminToken empty, or the token of the server's first start
 * @param rooms entered after the first login
 */
public record SessionConfig(
        ServerName server, String user, String password, String adminToken, List<Target> rooms, String clientVersion) {
    public SessionConfig {
        rooms = List.copyOf(rooms);
    }

    @Override
    public String toString() {
        return "SessionConfig[server=" + server + ", user=" + user + ", rooms=" + rooms + "]";
    }
}
