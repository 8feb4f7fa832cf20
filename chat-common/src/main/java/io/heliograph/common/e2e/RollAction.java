package io.heliograph.common.e2e;

import io.heliograph.common.message.Coded;
import java.util.Locale;

/** What an entry of a roll does (protocol.md 13.4). */
public enum RollAction implements Coded {
    BEGIN(1),
    ADD(2),
    REMOVE(3),
    ROLE(4),
    POLICY(5);

    private final int code;

    RollAction(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
