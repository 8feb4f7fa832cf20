package io.heliograph.client.swing.connect;

/** What came of opening a profile and starting a client on it. */
public sealed interface OpenOutcome {
    /** Its events follow. */
    record Opened(OpenSession session) implements OpenOutcome {}

    /** The profile wants its passphrase; {@code wrong}: the one that was given is not it. */
    record PassphraseWanted(boolean wrong) implements OpenOutcome {}

    /** One line that says why, and where it can be put right. */
    record Failed(FormField field, String line) implements OpenOutcome {}

    /** The invite names another identity than the one that is stored. */
    record OtherIdentity(String server, String expected, String presented, String history) implements OpenOutcome {}
}
