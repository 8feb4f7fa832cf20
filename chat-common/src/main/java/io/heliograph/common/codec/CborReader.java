package io.heliograph.common.codec;

import io.heliograph.common.util.Bytes;

/**
 * Reads the nested arrays of a message or a record, counting what is left of each (protocol.md 1, 6, 13).
 *
 * <p>Every method throws {@link MalformedException} where the next value is missing, of another type or out of
 * bounds. Elements
 * that a later version adds at the end of an array are skipped by {@link #endArray}. Not thread-safe.
 */
public final class CborReader {
    private static final int MAX_DEPTH = 4;
    private static final int MAX_STRING_BYTES = 65_536;

    private final CborCursor cursor;
    private final int[] left = new int[MAX_DEPTH + 1];
    private int depth;

    private CborReader(byte[] octets) {
        cursor = new CborCursor(octets, octets.length);
        left[0] = 1;
    }

    public static CborReader of(byte[] octets) {
        return new CborReader(octets);
    }

    /** Gives the number of elements. */
    public int beginArray() throws MalformedException {
        takeOne();
        if (depth == MAX_DEPTH) {
            throw new MalformedException("nested too deeply");
        }
        int count = cursor.array();
        left[++depth] = count;
        return count;
    }

    public boolean hasMore() {
        return left[depth] > 0;
    }

    /** Skips what this version does not know and leaves the array. */
    public void endArray() throws MalformedException {
        cursor.skip(left[depth]);
        depth--;
    }

    /** To be called behind the last value: nothing may follow it. */
    public void end() throws MalformedException {
        if (!cursor.isAtEnd()) {
            throw new MalformedException("octets behind the message");
        }
    }

    public long uint(long max) throws MalformedException {
        takeOne();
        return cursor.uint(max);
    }

    public boolean bool() throws MalformedException {
        takeOne();
        return cursor.bool();
    }

    public String text() throws MalformedException {
        return text(MAX_STRING_BYTES);
    }

    public String text(int maxBytes) throws MalformedException {
        takeOne();
        return cursor.text(maxBytes);
    }

    public Bytes octets() throws MalformedException {
        return octets(0, MAX_STRING_BYTES);
    }

    public Bytes octets(int minBytes, int maxBytes) throws MalformedException {
        takeOne();
        return cursor.octets(minBytes, maxBytes);
    }

    private void takeOne() throws MalformedException {
        if (left[depth]-- == 0) {
            throw new MalformedException("array ends early");
        }
    }
}
