package io.heliograph.common.message;

import java.util.Locale;

/** What a user may switch (protocol.md 7.4). */
public enum Preference implements Coded {
    TELLS_DELIVERED(1),
    TELLS_READ(2),
    TELLS_LAST_SEEN(3);

    private final int code;

    Preference(int code) {
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
