package io.heliograph.server.store.sql;

/** Why a backup was not made or cannot be used; the message is one line for the operator that says what to do. */
public final class BackupException extends Exception {
    private static final long serialVersionUID = 1L;

    public BackupException(String message) {
        super(message);
    }
}
