package io.heliograph.common.codec;

import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the one flat JSON object that a packet is, straight into octets.
 *
 * <p>Texts must be printable ASCII without quotation marks and backslashes, which all of this protocol's are: there
 * is no escaping here, and the writer refuses what would need it. Not thread-safe.
 */
final class JsonBytes {
    private final byte[] target;
    private int length;

    JsonBytes(int maxBytes) {
        target = new byte[maxBytes];
    }

    JsonBytes begin(String type) {
        raw("{\"type\":");
        quoted(type);
        return this;
    }

    JsonBytes member(String name, long value) {
        name(name);
        number(value);
        return this;
    }

    JsonBytes member(String name, String value) {
        name(name);
        quoted(value);
        return this;
    }

    JsonBytes member(String name, List<String> values) {
        name(name);
        char separator = '[';
        for (String value : values) {
            raw(separator);
            quoted(value);
            separator = ',';
        }
        raw(']');
        return this;
    }

    JsonBytes member(String name, Bytes value) {
        return member(name, value.asReadOnlyArray());
    }

    JsonBytes member(String name, byte[] value) {
        name(name);
        raw('"');
        byte[] base64 = StrictBase64.encode(value);
        require(base64.length);
        System.arraycopy(base64, 0, target, length, base64.length);
        length += base64.length;
        raw('"');
        return this;
    }

    byte[] end() {
        raw('}');
        return Arrays.copyOf(target, length);
    }

    /** Ends with a member of as many zeros as make the whole {@code bytes} long. */
    byte[] endPaddedTo(int bytes, String name) {
        name(name);
        raw('"');
        int padding = bytes - length - 2;
        if (padding < 0) {
            throw new IllegalStateException("no room to pad " + length + " to " + bytes);
        }
        Arrays.fill(target, length, length + padding, (byte) '0');
        length += padding;
        raw('"');
        return end();
    }

    private void name(String name) {
        raw(',');
        quoted(name);
        raw(':');
    }

    private void quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                throw new IllegalArgumentException("a text that needs escaping");
            }
        }
        raw('"');
        raw(text);
        raw('"');
    }

    private void raw(String ascii) {
        byte[] octets = ascii.getBytes(StandardCharsets.US_ASCII);
        require(octets.length);
        System.arraycopy(octets, 0, target, length, octets.length);
        length += octets.length;
    }

    private void raw(char c) {
        require(1);
        target[length++] = (byte) c;
    }

    private void number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("number " + value);
        }
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        require(digits);
        long rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            target[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }

    private void require(int more) {
        if (length + more > target.length) {
            throw new IllegalStateException("more than " + target.length + " bytes");
        }
    }
}
