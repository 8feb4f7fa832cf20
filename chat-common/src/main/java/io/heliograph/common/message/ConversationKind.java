package io.heliograph.common.message;

import java.util.Locale;

/** What a conversation is (protocol.md 8). */
public enum ConversationKind implements Coded {
    ROOM(1),
    /** A conversation of two. */
    DIRECT(2);

    private final int code;

    ConversationKind(int code) {
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
