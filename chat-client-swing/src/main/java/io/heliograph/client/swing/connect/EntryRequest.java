package io.heliograph.client.swing.connect;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who wants in where, checked. {@link #toString} hides the secrets.
 *
 * @param invited the fingerprint that an invite names; null for none
 * @param confirmed the fingerprint that the user has said yes to in place of the stored one; null for none
 */
public record EntryRequest(
        ServerName server,
        String user,
        @Nullable String invited,
        @Nullable String confirmed,
        Secrets secrets,
        boolean register,
        List<Target> rooms) {

    /** {@link #toString} hides them. */
    public record Secrets(
            String password, String serverPassword, String inviteToken, String adminToken, String passphrase) {
        @Override
        public String toString() {
            return "Secrets[]";
        }
    }

    public EntryRequest {
        rooms = List.copyOf(rooms);
    }

    EntryRequest confirming(String fingerprint) {
        return new EntryRequest(server, user, invited, fingerprint, secrets, register, rooms);
    }

    EntryRequest withPassphrase(String passphrase) {
        Secrets more = new Secrets(
                secrets.password(), secrets.serverPassword(), secrets.inviteToken(), secrets.adminToken(), passphrase);
        return new EntryRequest(server, user, invited, confirmed, more, register, rooms);
    }

    @Override
    public String toString() {
        return "EntryRequest[server=" + server + ", user=" + user + "]";
    }
}
