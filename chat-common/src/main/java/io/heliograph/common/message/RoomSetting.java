package io.heliograph.common.message;

import java.util.Locale;

/** What an owner or moderator may set (protocol.md 8.3). */
public enum RoomSetting implements Coded {
    TOPIC(1),
    DESCRIPTION(2),
    ACCESS(3),
    PASSWORD(4),
    ANNOUNCE_ONLY(5),
    SLOW_MODE(6),
    RETENTION(7);

    private final int code;

    RoomSetting(int code) {
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
