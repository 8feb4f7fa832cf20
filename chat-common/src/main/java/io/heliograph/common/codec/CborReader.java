package io.heliograph.common.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arrays, numbers, texts and octets that application messages are made of, and nothing else of CBOR
 * (protocol.md 1).
 *
 * <p>Every method throws {@link MalformedException} where the next value is missing, of another type or out of
 * bounds. Elements
 * that a later version adds at the end of an array are skipped by {@link #endArray}. Not thread-safe.
 */
final class CborReader implements AutoCloseable {
    private static final int MAX_DEPTH = 4;
    private static final int MAX_STRING_BYTES = 65_536;
    private static final CBORFactory FACTORY = CBORFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING_BYTES)
                    .build())
            .build();

    private final JsonParser parser;
    private @Nullable JsonToken next;

    private CborReader(JsonParser parser) throws MalformedException {
        this.parser = parser;
        advance();
    }

    static CborReader of(byte[] octets) throws MalformedException {
        try {
            return new CborReader(FACTORY.createParser(octets));
        } catch (IOException e) {
            throw new MalformedException("not CBOR");
        }
    }

    void beginArray() throws MalformedException {
        require(JsonToken.START_ARRAY, "array");
        advance();
    }

    boolean hasMore() {
        return next != null && next != JsonToken.END_ARRAY;
    }

    /** Skips what this version does not know and leaves the array. */
    void endArray() throws MalformedException {
        while (next != JsonToken.END_ARRAY) {
            if (next == null) {
                throw new MalformedException("array ends early");
            }
            skipValue();
        }
        advance();
    }

    /** To be called behind the last value: nothing may follow it. */
    void end() throws MalformedException {
        if (next != null) {
            throw new MalformedException("octets behind the message");
        }
    }

    long uint(long max) throws MalformedException {
        require(JsonToken.VALUE_NUMBER_INT, "number");
        try {
            long value = parser.getLongValue();
            if (value < 0 || value > max) {
                throw new MalformedException("number out of bounds");
            }
            advance();
            return value;
        } catch (IOException e) {
            throw new MalformedException("number out of bounds");
        }
    }

    boolean bool() throws MalformedException {
        boolean value = next == JsonToken.VALUE_TRUE;
        if (!value && next != JsonToken.VALUE_FALSE) {
            throw new MalformedException("boolean expected");
        }
        advance();
        return value;
    }

    String text() throws MalformedException {
        require(JsonToken.VALUE_STRING, "text");
        try {
            String value = parser.getText();
            advance();
            return value;
        } catch (IOException e) {
            throw new MalformedException("not a text");
        }
    }

    Bytes octets() throws MalformedException {
        if (next != JsonToken.VALUE_EMBEDDED_OBJECT) {
            throw new MalformedException("octets expected");
        }
        try {
            Bytes value = Bytes.takingOver(parser.getBinaryValue());
            advance();
            return value;
        } catch (IOException e) {
            throw new MalformedException("not octets");
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new IllegalStateException("closing a parser over an array does no I/O", e);
        }
    }

    private void skipValue() throws MalformedException {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw new MalformedException("not CBOR");
        }
        advance();
    }

    private void require(JsonToken token, String what) throws MalformedException {
        if (next != token) {
            throw new MalformedException(what + " expected");
        }
    }

    private void advance() throws MalformedException {
        try {
            next = parser.nextToken();
        } catch (IOException e) {
            throw new MalformedException("not CBOR");
        }
    }
}
