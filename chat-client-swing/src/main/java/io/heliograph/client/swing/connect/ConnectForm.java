package io.heliograph.client.swing.connect;

/**
 * What stands in the fields. {@link #toString} hides the secrets.
 *
 * @param server an address or an invite
 */
public record ConnectForm(
        String server, String name, String password, String serverPassword, String passphrase, boolean register) {
    @Override
    public String toString() {
        return "ConnectForm[server, name=" + name + "]";
    }
}
