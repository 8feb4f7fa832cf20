package io.heliograph.common.message;

/** Whether a user can be reached (protocol.md 5.7). */
public enum PresenceState {
    OFFLINE(0),
    ONLINE(1),
    AWAY(2);

    private final int code;

    PresenceState(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }
}
