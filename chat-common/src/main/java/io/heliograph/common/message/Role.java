package io.heliograph.common.message;

import java.util.Locale;

/** What a member may do; a greater number may do all that a smaller one may (protocol.md 8.3). */
public enum Role implements Coded {
    READ_ONLY(1),
    MEMBER(2),
    MODERATOR(3),
    OWNER(4);

    private final int code;

    Role(int code) {
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
