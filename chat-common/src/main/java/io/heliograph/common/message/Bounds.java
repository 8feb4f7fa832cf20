package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;

/** The bounds of protocol.md section 6, and the checks of the message records. */
public final class Bounds {
    // Fixed by the protocol.
    public static final int MAX_MESSAGE_BYTES = 65_536;
    public static final int MAX_BODY_BYTES = 60_000;
    public static final int MAX_TEXT_BYTES = 49_152;
    public static final int MAX_NAME_BYTES = 96;
    public static final int MAX_ROOM_BYTES = 200;
    public static final int MAX_PASSWORD_BYTES = 1_024;
    public static final int MAX_NOTICE_BYTES = 2_000;
    public static final int MAX_ADMIN_LINE_BYTES = 4_000;
    public static final int MAX_STATUS_BYTES = 400;
    public static final int MAX_LIST_ENTRIES = 256;
    public static final int MAX_PAGE_ENTRIES = 200;
    public static final int MAX_AMENDMENTS = 1_024;
    public static final int MAX_DEVICES = 64;
    public static final int MAX_PINS = 50;
    public static final int MAX_EMOJI_BYTES = 64;
    public static final int MAX_ADMIN_RESULT_LINES = 1_024;
    public static final int MAX_PREKEY_BYTES = 512;
    public static final int MAX_DEVICE_LIST_BYTES = 8_192;
    public static final int MAX_BOX_BYTES = 1_024;
    public static final int MAX_BOXES = 200;
    public static final int MAX_ROLL_ENTRY_BYTES = 4_096;
    public static final int MAX_DIRECTORY_BYTES = 60_000;
    public static final int MAX_FILE_PART_BYTES = 49_152;
    public static final int MAX_FILE_GET_BYTES = 1_048_576;

    private Bounds() {}

    static void requireLength(String what, Bytes octets, int lengthBytes) {
        if (octets.length() != lengthBytes) {
            throw new IllegalArgumentException(what + " has " + octets.length() + " bytes, not " + lengthBytes);
        }
    }

    static void requireBetween(String what, Bytes octets, int minBytes, int maxBytes) {
        if (octets.length() < minBytes || octets.length() > maxBytes) {
            throw new IllegalArgumentException(what + " has " + octets.length() + " bytes");
        }
    }

    static void requireAtMost(String what, String text, int maxBytes) {
        // A char is at most 3 bytes of UTF-8 (a surrogate pair is 4 for 2), so the common case needs no encoding.
        if (text.length() * 3 > maxBytes && text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw new IllegalArgumentException(what + " is longer than " + maxBytes + " bytes");
        }
    }

    static void requireAtMost(String what, long value, long max) {
        if (value > max) {
            throw new IllegalArgumentException(what + " is greater than " + max);
        }
    }

    static void requireBody(Bytes body, boolean mayBeEmpty) {
        if ((body.isEmpty() && !mayBeEmpty) || body.length() > MAX_BODY_BYTES) {
            throw new IllegalArgumentException("a body of " + body.length() + " bytes");
        }
    }

    static void requirePositive(String what, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " is not positive");
        }
    }

    static void requireNotNegative(String what, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(what + " is negative");
        }
    }
}
