package io.heliograph.common.util;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Immutable octets with value equality.
 *
 * <p>{@link #toString} tells the length alone, so that content never reaches a log by accident. Not for key
 * material: use
 * {@code SecretBytes}, which compares in constant time and can be erased.
 *
 * <p>Thread-safe.
 */
public final class Bytes {
    /** No octets at all. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] octets;

    private Bytes(byte[] octets) {
        this.octets = octets;
    }

    /** Copies {@code octets}. */
    public static Bytes copyOf(byte... octets) {
        return octets.length == 0 ? EMPTY : new Bytes(octets.clone());
    }

    /** Copies {@code length} octets from {@code offset} on. */
    public static Bytes copyOf(byte[] octets, int offset, int length) {
        return new Bytes(Arrays.copyOfRange(octets, offset, offset + length));
    }

    /** Takes the array over without a copy: the caller must never write to it again. */
    public static Bytes takingOver(byte[] octets) {
        return new Bytes(octets);
    }

    /** Reads hexadecimal digits, as {@link #toHex} writes them. */
    public static Bytes fromHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    public int length() {
        return octets.length;
    }

    public boolean isEmpty() {
        return octets.length == 0;
    }

    public byte at(int index) {
        return octets[index];
    }

    /** A copy that the caller may change. */
    public byte[] toArray() {
        return octets.clone();
    }

    /** The octets themselves, without a copy: the caller must only read them. */
    public byte[] asReadOnlyArray() {
        return octets;
    }

    /** Lower-case hexadecimal. */
    public String toHex() {
        return HexFormat.of().formatHex(octets);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
        return "Bytes[" + octets.length + "]";
    }
}
