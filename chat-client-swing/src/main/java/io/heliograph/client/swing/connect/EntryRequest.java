package io.heliograph.client.swing.connect;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who wants in where, checked. {@link #toString} hides the secrets.
 *
 * @param invited the fingerprint that an invite names; null for none
 * @param confirmed the fingerprint that the user has said yes to in place of the stored one; null for none
 * @param identity null for a device of its own
 */
public record EntryRequest(
        ServerName server,
        String user,
        @Nullable String invited,
        @Nullable String confirmed,
        Secrets secrets,
        boolean register,
        List<Target> rooms,
        @Nullable Import identity) {

    /** The device whose place a new profile takes. {@link #toString} hides the passphrase. */
    public record Import(Path file, String passphrase) {
        @Override
        public String toString() {
            return "Import[" + file + "]";
        }
    }

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
        return new EntryRequest(server, user, invited, fingerprint, secrets, register, rooms, identity);
    }

    EntryRequest withPassphrase(String passphrase) {
        Secrets more = new Secrets(
                secrets.password(), secrets.serverPassword(), secrets.inviteToken(), secrets.adminToken(), passphrase);
        return new EntryRequest(server, user, invited, confirmed, more, register, rooms, identity);
    }

    @Override
    public String toString() {
        return "EntryRequest[server=" + server + ", user=" + user + "]";
    }
}
