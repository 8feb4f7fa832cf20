package io.heliograph.client.core;

import java.util.Locale;

/** How far one's own message has come. */
public enum MessageState {
    /** In the outbox on disk; survives a crash. */
    QUEUED,
    /** Handed to the connection at least once. */
    SENT,
    /** The relay has accepted it. */
    STORED,
    /** The recipient's client has it. */
    DELIVERED,
    /** The recipient has seen it. */
    READ,
    /** It will not be delivered; the reason says why. */
    FAILED;

    /** As the command line contract writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The client has nothing left to do for it. */
    public boolean isSettled() {
        return this != QUEUED && this != SENT;
    }
}
