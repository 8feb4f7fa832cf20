package io.heliograph.common.codec;

import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the arrays, numbers, octets and texts that frames and messages are made of: definite lengths only, in
 * place, without an
 * object per value. A general parser costs more than the rest of a record's way through the channel.
 *
 * <p>Not thread-safe; used for one plaintext.
 */
final class CborCursor {
    private static final int UINT = 0;
    private static final int OCTETS = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int SIMPLE = 7;
    private static final int FALSE = 20;
    private static final int TRUE = 21;
    private static final int FIRST_LONG_SIMPLE = 32;
    private static final int ONE_OCTET_FOLLOWS = 24;
    private static final int EIGHT_OCTETS_FOLLOW = 27;
    private static final int MAX_SKIPPED_DEPTH = 4;

    private final byte[] octets;
    private final int end;
    private int at;
    private int major;

    CborCursor(byte[] octets, int length) {
        this.octets = octets;
        this.end = length;
    }

    boolean isAtEnd() {
        return at == end;
    }

    /** The number of elements. */
    int array() throws MalformedException {
        long count = head();
        require(ARRAY);
        return atMostWhatIsLeft(count);
    }

    long uint(long max) throws MalformedException {
        long value = head();
        require(UINT);
        if (value < 0 || value > max) {
            throw new MalformedException("number out of bounds");
        }
        return value;
    }

    Bytes octets(int minBytes, int maxBytes) throws MalformedException {
        long length = head();
        require(OCTETS);
        if (length < minBytes || length > maxBytes) {
            throw new MalformedException("octets out of bounds");
        }
        int start = at;
        at += atMostWhatIsLeft(length);
        return Bytes.copyOf(octets, start, at - start);
    }

    /** Well-formed UTF-8 only. */
    String text(int maxBytes) throws MalformedException {
        long length = head();
        require(TEXT);
        if (length > maxBytes) {
            throw new MalformedException("text out of bounds");
        }
        int start = at;
        at += atMostWhatIsLeft(length);
        try {
            ByteBuffer utf8 = ByteBuffer.wrap(octets, start, at - start);
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("text is not UTF-8");
        }
    }

    boolean bool() throws MalformedException {
        long value = head();
        require(SIMPLE);
        if (value != FALSE && value != TRUE) {
            throw new MalformedException("boolean expected");
        }
        return value == TRUE;
    }

    /** Passes over elements of a later version, of any type. */
    void skip(int count) throws MalformedException {
        skip(count, 1);
    }

    private void skip(int count, int depth) throws MalformedException {
        if (depth > MAX_SKIPPED_DEPTH) {
            throw new MalformedException("nested too deeply");
        }
        for (int i = 0; i < count; i++) {
            long argument = head();
            switch (major) {
                case OCTETS, TEXT -> at += atMostWhatIsLeft(argument);
                case ARRAY -> skip(atMostWhatIsLeft(argument), depth + 1);
                case MAP -> skip(2 * atMostWhatIsLeft(argument), depth + 1);
                case TAG -> skip(1, depth + 1);
                default -> {} // a number, negative number or simple value ends with its head
            }
        }
    }

    /** The argument of the next head, as unsigned; its major type is left in {@link #major}. */
    private long head() throws MalformedException {
        if (at == end) {
            throw new MalformedException("ends early");
        }
        int first = octets[at++] & 0xFF;
        major = first >>> 5;
        int info = first & 0x1F;
        if (info < ONE_OCTET_FOLLOWS) {
            return info;
        }
        if (info > EIGHT_OCTETS_FOLLOW) {
            throw new MalformedException("indefinite or reserved length"); // protocol.md 1: definite lengths only
        }
        int size = 1 << (info - ONE_OCTET_FOLLOWS);
        long value = 0;
        for (int stop = at + atMostWhatIsLeft(size); at < stop; at++) {
            value = (value << 8) | (octets[at] & 0xFF);
        }
        if (major == SIMPLE && size == 1 && value < FIRST_LONG_SIMPLE) {
            throw new MalformedException("simple value in a form that is none"); // RFC 8949 section 3.3
        }
        return value;
    }

    private void require(int expected) throws MalformedException {
        if (major != expected) {
            throw new MalformedException("wrong type");
        }
    }

    private int atMostWhatIsLeft(long count) throws MalformedException {
        if (count < 0 || count > end - at) {
            throw new MalformedException("longer than the plaintext");
        }
        return (int) count;
    }
}
