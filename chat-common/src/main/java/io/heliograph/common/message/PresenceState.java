package io.heliograph.common.message;

import java.util.Locale;

/** Whether a user can be reached, as others see it or as the user chooses it (protocol.md 8.7). */
public enum PresenceState implements Coded {
    OFFLINE(0),
    ONLINE(1),
    AWAY(2),
    /** Online, but not to be disturbed. */
    BUSY(3),
    /** Chosen only: others see {@link #OFFLINE}. */
    INVISIBLE(4);

    private final int code;

    PresenceState(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
