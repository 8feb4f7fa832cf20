package io.heliograph.common.e2e;

import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.crypto.Sha512;
import io.heliograph.common.crypto.Words;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * The number that two people compare to know that they have each other's account keys (protocol.md 13.9). The same for
 * both of them. Making one takes some ten thousand hashes.
 *
 * <p>Immutable, thread-safe.
 */
public final class SafetyNumber {
    private static final int ROUNDS = 5_200;
    private static final int VERSION = 1;
    private static final int GROUPS_OF_HALF = 6;
    private static final int GROUP_BYTES = 5;
    private static final int GROUP_DIGITS = 5;
    private static final long GROUP_BOUND = 100_000;

    private final String digits;

    private SafetyNumber(String digits) {
        this.digits = digits;
    }

    /** Of two accounts, in any order; the names as the server writes them. */
    public static SafetyNumber of(String nameA, Bytes keyA, String nameB, Bytes keyB) {
        String a = half(nameA, keyA);
        String b = half(nameB, keyB);
        return new SafetyNumber(a.compareTo(b) <= 0 ? a + b : b + a);
    }

    /** 60 digits. */
    public String digits() {
        return digits;
    }

    /** 12 groups of 5 digits, a space between them. */
    public String grouped() {
        StringBuilder grouped = new StringBuilder();
        for (int at = 0; at < digits.length(); at += GROUP_DIGITS) {
            grouped.append(at == 0 ? "" : " ").append(digits, at, at + GROUP_DIGITS);
        }
        return grouped.toString();
    }

    /** 8 words, joined by hyphens, for reading aloud. */
    public String words() {
        return Words.of(Sha256.digest(Octets.label("safety"), digits.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SafetyNumber that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return grouped();
    }

    private static String half(String name, Bytes key) {
        Sha512 sha512 = new Sha512();
        byte[] keyOctets = key.asReadOnlyArray();
        byte[] digest = new Octets()
                .u16(VERSION)
                .add(key)
                .add(name.getBytes(StandardCharsets.UTF_8))
                .toArray();
        for (int i = 0; i < ROUNDS; i++) {
            digest = sha512.digest(digest, keyOctets);
        }
        StringBuilder half = new StringBuilder();
        for (int group = 0; group < GROUPS_OF_HALF; group++) {
            long number = Octets.number(Bytes.copyOf(digest), group * GROUP_BYTES, GROUP_BYTES) % GROUP_BOUND;
            String written = Long.toString(number);
            half.append("0".repeat(GROUP_DIGITS - written.length())).append(written);
        }
        return half.toString();
    }
}
