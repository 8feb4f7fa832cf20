package io.heliograph.common.message;

import java.util.Locale;

/** What may be done to a member (protocol.md 8.3). */
public enum Moderation implements Coded {
    INVITE(1),
    KICK(2),
    BAN(3),
    UNBAN(4),
    MUTE(5),
    UNMUTE(6),
    SET_ROLE(7);

    private final int code;

    Moderation(int code) {
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
