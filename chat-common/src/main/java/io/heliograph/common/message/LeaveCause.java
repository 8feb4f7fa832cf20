package io.heliograph.common.message;

import java.util.Locale;

/** Why a membership has ended (protocol.md 8.2). */
public enum LeaveCause implements Coded {
    LEFT(1),
    KICKED(2),
    BANNED(3),
    /** The room is gone. */
    REMOVED(4);

    private final int code;

    LeaveCause(int code) {
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
