package io.heliograph.common.record;

/**
 * Which record numbers were accepted, for the 2,048 numbers up to the highest (protocol.md 4.3), as a ring of bits
 * (RFC 6479).
 *
 * <p>Looking up and marking are two calls: look up before the tag is checked, mark only behind it, else a forged
 * number would move the window. A new window is empty and ready. Not thread-safe.
 */
final class ReplayWindow {
    static final int SPAN = 2048;

    private static final int WORD_BITS = Long.SIZE;

    // One word more than the span: the word that the highest number is in is only partly used (RFC 6479, section 3).
    private static final int WORDS = SPAN / WORD_BITS + 1;

    private final long[] ring = new long[WORDS];
    private long highest = -1;

    /** Whether {@code seq} is neither accepted before nor too far behind. Changes nothing. */
    boolean accepts(long seq) {
        if (seq > highest) {
            return true;
        }
        return highest - seq < SPAN && (ring[wordOf(seq)] & bitOf(seq)) == 0;
    }

    /** Enters a number that {@link #accepts} allows. Call only after the record has been authenticated. */
    void mark(long seq) {
        if (!accepts(seq)) {
            throw new IllegalStateException("number " + seq + " marked twice or behind " + highest);
        }
        if (seq > highest) {
            advanceTo(seq);
        }
        ring[wordOf(seq)] |= bitOf(seq);
    }

    /** The highest number marked; -1 before the first. */
    long highest() {
        return highest;
    }

    private void advanceTo(long seq) {
        // Before the first number the "highest word" is -1 (arithmetic shift of -1), so word 0 is cleared like any
        // other.
        long from = highest >> 6;
        long steps = Math.min((seq >> 6) - from, WORDS);
        for (long i = 1; i <= steps; i++) {
            ring[(int) ((from + i) % WORDS)] = 0;
        }
        highest = seq;
    }

    private static int wordOf(long seq) {
        return (int) ((seq >> 6) % WORDS);
    }

    private static long bitOf(long seq) {
        return 1L << (seq & (WORD_BITS - 1));
    }
}
