package io.heliograph.client.core;

import java.util.Locale;

/** How far a file has come on its way. */
public enum FileState {
    /** Others come first. */
    QUEUED,
    /** Its own disk is being read, before anything is sent. */
    HASHING,
    SENDING,
    RECEIVING,
    /** The user has said so. */
    PAUSED,
    /** There is no connection, or the server has asked to come again. */
    WAITING,
    /** Everything is here; the whole is compared with what its sender has signed. */
    VERIFYING,
    DONE,
    /** It goes no further by itself; nothing that was done is lost. */
    FAILED,
    CANCELLED;

    /** As the user and programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing will happen before the user does something. */
    public boolean isAtRest() {
        return this == PAUSED || isOver();
    }

    /** It has ended, for this run of the program. */
    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
