package io.heliograph.client.swing.connect;

import java.util.List;

/** What the way in can show; one thing at a time. Event dispatch thread only. */
public interface ConnectView {
    /** The fields, with the secrets empty and the rest as it was. */
    void showForm();

    /** Whether there is something to go back to. */
    void showBack(boolean possible);

    /** Fills the fields. */
    void fill(String server, String name);

    /** {@code line} is empty while all is well; the field takes the focus, and is shown if it was hidden. */
    void point(FormField field, String line);

    /** Behind {@link #point}: what is wrong can be looked into. */
    void offerCheck();

    void showServers(List<ServerCard> servers, boolean searching);

    /** What is going on; it can be given up. */
    void showBusy(String line);

    /** First contact. */
    void showTrust(String server, String fingerprint, String words);

    /** Another server than the expected one has answered. */
    void showWrongIdentity(WrongIdentity wrong);

    /** Both identities, and what is known of the expected one. */
    record WrongIdentity(String server, String expected, String presented, String history) {}
}
