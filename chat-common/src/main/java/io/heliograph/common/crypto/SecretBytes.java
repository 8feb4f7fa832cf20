package io.heliograph.common.crypto;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Key material: copied in, compared in constant time, never printed, erased when it is done with.
 *
 * <p>{@link #erase} overwrites this copy. The JDK's cipher objects keep their own, which live until they are
 * collected. Use after erasing is our own mistake and throws. Not thread-safe.
 */
public final class SecretBytes {
    private final byte[] octets;
    private boolean erased;

    private SecretBytes(byte[] octets) {
        this.octets = octets;
    }

    public static SecretBytes copyOf(byte[] octets) {
        return new SecretBytes(octets.clone());
    }

    /** Takes the array over without a copy: the caller must forget it. */
    static SecretBytes takingOver(byte[] octets) {
        return new SecretBytes(octets);
    }

    /** Fresh random octets. */
    public static SecretBytes random(int length, RandomSource random) {
        return new SecretBytes(random.bytes(length));
    }

    public int length() {
        return octets.length;
    }

    /** A copy in the clear, which the caller should overwrite after use. */
    public byte[] toArray() {
        return asReadOnlyArray().clone();
    }

    /** The octets themselves: only to be read, at once. */
    byte[] asReadOnlyArray() {
        if (erased) {
            throw new IllegalStateException("secret used after it was erased");
        }
        return octets;
    }

    /** This followed by {@code other}, as a new secret. */
    SecretBytes concat(SecretBytes other) {
        byte[] first = asReadOnlyArray();
        byte[] second = other.asReadOnlyArray();
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return new SecretBytes(both);
    }

    /** Overwrites the content; further calls do nothing. */
    public void erase() {
        Arrays.fill(octets, (byte) 0);
        erased = true;
    }

    public boolean isErased() {
        return erased;
    }

    /** Constant time for equal lengths. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretBytes that && MessageDigest.isEqual(asReadOnlyArray(), that.asReadOnlyArray());
    }

    /** Says nothing about the content. */
    @Override
    public int hashCode() {
        return octets.length;
    }

    @Override
    public String toString() {
        return "SecretBytes[" + octets.length + "]";
    }
}
