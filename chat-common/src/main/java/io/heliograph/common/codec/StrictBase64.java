package io.heliograph.common.codec;

import java.util.Arrays;
import java.util.Base64;

/**
 * Base64 of RFC 4648, section 4, with padding and in its one spelling: no other characters, no line feeds, no
 * missing padding, no stray bits behind the last octet.
 *
 * <p>Thread-safe.
 */
final class StrictBase64 {
    private static final byte[] SEXTETS = sextets();

    private StrictBase64() {}

    static byte[] encode(byte[] octets) {
        return Base64.getEncoder().encode(octets);
    }

    static int encodedLength(int octetCount) {
        return (octetCount + 2) / 3 * 4;
    }

    static byte[] decode(char[] text, int offset, int length) throws MalformedException {
        if (length % 4 != 0) {
            throw new MalformedException("base64 of wrong length");
        }
        if (length == 0) {
            return new byte[0];
        }
        int end = offset + length;
        int padding = text[end - 1] != '=' ? 0 : text[end - 2] != '=' ? 1 : 2;
        byte[] octets = new byte[length / 4 * 3 - padding];
        int at = 0;
        int wrong = 0;
        int wholeEnd = padding == 0 ? end : end - 4;
        int i = offset;
        while (i < wholeEnd) {
            int bits = (sextet(text[i]) << 18)
                    | (sextet(text[i + 1]) << 12)
                    | (sextet(text[i + 2]) << 6)
                    | sextet(text[i + 3]);
            wrong |= bits;
            octets[at] = (byte) (bits >> 16);
            octets[at + 1] = (byte) (bits >> 8);
            octets[at + 2] = (byte) bits;
            at += 3;
            i += 4;
        }
        if (padding > 0) {
            int third = padding == 1 ? sextet(text[i + 2]) : 0;
            int bits = (sextet(text[i]) << 18) | (sextet(text[i + 1]) << 12) | (third << 6);
            int strayMask = padding == 1 ? 0xFF : 0xFFFF;
            wrong |= bits | -(bits & strayMask);
            octets[at] = (byte) (bits >> 16);
            if (padding == 1) {
                octets[at + 1] = (byte) (bits >> 8);
            }
        }
        // A character outside the alphabet is -1, so it (and stray bits) make the sum of all bits negative.
        if (wrong < 0) {
            throw new MalformedException("not base64");
        }
        return octets;
    }

    private static int sextet(char c) {
        return c < SEXTETS.length ? SEXTETS[c] : -1;
    }

    private static byte[] sextets() {
        byte[] table = new byte[128];
        Arrays.fill(table, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            table[alphabet.charAt(i)] = (byte) i;
        }
        return table;
    }
}
