package io.heliograph.client.core;

/**
 * What there is to say about the sealing of a line (protocol.md 13.5).
 *
 * @param text one clause for the user
 */
public record SealNote(Kind kind, String text) {

    /** What it means for the line. */
    public enum Kind {
        /** Readable, and something about it is odd. */
        WARNING,
        /** Not readable yet. */
        WAITS,
        /** Not believed, and not shown. */
        NOT_ACCEPTED
    }
}
