package io.heliograph.client.swing.connect;

/** What can be filled in on the way in. */
public enum FormField {
    SERVER,
    NAME,
    PASSWORD,
    SERVER_PASSWORD,
    PASSPHRASE,
    IDENTITY,
    IDENTITY_PASSPHRASE,
    NONE
}
