package io.heliograph.common.crypto;

import io.heliograph.common.util.Bytes;

/**
 * The first 16 octets of a hash as eight pronounceable words: proquints (arXiv:0901.4016), 16 bits each (protocol.md
 * 3.3).
 *
 * <p>Thread-safe: a pure function.
 */
public final class Words {
    private static final int WORD_COUNT = 8;
    private static final String CONSONANTS = "bdfghjklmnprstvz";
    private static final String VOWELS = "aiou";

    private Words() {}

    /** Eight words of five letters, joined by hyphens; {@code digest} has at least 16 bytes. */
    public static String of(Bytes digest) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < WORD_COUNT; i++) {
            int bits = ((digest.at(2 * i) & 0xFF) << 8) | (digest.at(2 * i + 1) & 0xFF);
            words.append(i == 0 ? "" : "-")
                    .append(CONSONANTS.charAt((bits >> 12) & 0xF))
                    .append(VOWELS.charAt((bits >> 10) & 0x3))
                    .append(CONSONANTS.charAt((bits >> 6) & 0xF))
                    .append(VOWELS.charAt((bits >> 4) & 0x3))
                    .append(CONSONANTS.charAt(bits & 0xF));
        }
        return words.toString();
    }
}
