package io.heliograph.common.message;

import java.util.Locale;

/** Who may see and enter a room (protocol.md 8.2). */
public enum RoomAccess implements Coded {
    /** Listed; everybody may enter. */
    PUBLIC(1),
    /** Listed; who knows the password may enter. */
    PASSWORD(2),
    /** Listed; the invited may enter. */
    PRIVATE(3),
    /** Not listed; the invited may enter. */
    HIDDEN(4);

    private final int code;

    RoomAccess(int code) {
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
