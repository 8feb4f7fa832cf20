package io.heliograph.common.frame;

/**
 * What a CLOSE record says (protocol.md 5.9).
 *
 * @param reason for people, at most {@value #MAX_REASON_BYTES} bytes
 */
public record CloseNotice(int code, String reason) {
    public static final int MAX_REASON_BYTES = 200;
    public static final int BYE = 0;
    public static final int SHUTDOWN = 1;
    public static final int KICKED = 2;
    public static final int PROTOCOL = 3;
    public static final int NO_LOGIN = 4;
    public static final int REPLACED = 5;
    public static final int REKEY_OVERDUE = 6;
    public static final int OVERLOAD = 7;
}
