package io.heliograph.common.message;

/** How a room's membership changed. */
public enum MemberChange {
    JOINED(1),
    LEFT(2);

    private final int code;

    MemberChange(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }
}
