package io.heliograph.common.e2e;

import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Puts octets one behind the other, as the formulas of protocol.md 13 do. Not thread-safe; used for one value. */
final class Octets {
    private static final String PREFIX = "heliograph/1 ";

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream(256);

    /** Begins with {@code "heliograph/1 " ‖ label ‖ 0x00}. */
    static Octets labelled(String label) {
        return new Octets()
                .add((PREFIX + label).getBytes(StandardCharsets.US_ASCII))
                .u8(0);
    }

    /** {@code "heliograph/1 " ‖ label ‖ 0x00} alone. */
    static byte[] label(String label) {
        return labelled(label).toArray();
    }

    Octets add(byte[] part) {
        octets.writeBytes(part);
        return this;
    }

    Octets add(Bytes part) {
        return add(part.asReadOnlyArray());
    }

    Octets u8(int value) {
        octets.write(value);
        return this;
    }

    Octets u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    Octets u32(long value) {
        return u16((int) (value >>> 16)).u16((int) value);
    }

    Octets u64(long value) {
        return u32(value >>> 32).u32(value);
    }

    byte[] toArray() {
        return octets.toByteArray();
    }

    Bytes toBytes() {
        return Bytes.takingOver(octets.toByteArray());
    }

    /** The big-endian number of {@code count} bytes from {@code offset} on. */
    static long number(Bytes source, int offset, int count) {
        long value = 0;
        for (int i = offset; i < offset + count; i++) {
            value = (value << 8) | (source.at(i) & 0xFF);
        }
        return value;
    }

    /** {@code length} octets from {@code offset} on. */
    static Bytes slice(Bytes source, int offset, int length) {
        return Bytes.copyOf(source.asReadOnlyArray(), offset, length);
    }
}
