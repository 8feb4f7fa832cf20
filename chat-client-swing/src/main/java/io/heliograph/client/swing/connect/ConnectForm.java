package io.heliograph.client.swing.connect;

/**
 * What stands in the fields. {@link #toString} hides the secrets.
 *
 * @param server an address or an invite
 * @param identityFile where the identity of a device lies whose place this one takes; empty for none
 */
public record ConnectForm(
        String server,
        String name,
        String password,
        String serverPassword,
        String passphrase,
        boolean register,
        String identityFile,
        String identityPassphrase) {
    /** With a new identity, or the one that the profile has. */
    public ConnectForm(
            String server, String name, String password, String serverPassword, String passphrase, boolean register) {
        this(server, name, password, serverPassword, passphrase, register, "", "");
    }

    @Override
    public String toString() {
        return "ConnectForm[server, name=" + name + "]";
    }
}
