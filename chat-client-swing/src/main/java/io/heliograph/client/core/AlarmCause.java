package io.heliograph.client.core;

/** How the server shows the members of a room otherwise than it did before (protocol.md 13.4). */
public enum AlarmCause {
    /** There was a list, and there is none. */
    LIST_GONE,
    /** The room begins with another entry. */
    OTHER_BEGINNING,
    /** Entries that were there are missing. */
    OLDER_LIST,
    /** An entry is not the one that was there. */
    OTHER_LIST,
    /** More entries than a room may have. */
    TOO_LONG
}
