package io.heliograph.common.codec;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of message stands on the wire: a line of a table in protocol.md 6.
 *
 * @param code the first element
 * @param elementCount of what {@code write} writes, the code not counted
 * @param read gives null for what this version cannot represent, which is then ignored
 */
record MessageFormat<T, M extends T>(int code, Class<M> type, int elementCount, Write<M> write, Read<T> read) {

    /** Writes the elements behind the code, in the order of the table. */
    @FunctionalInterface
    interface Write<M> {
        void write(CborWriter out, M message) throws IOException;
    }

    /** Reads the elements behind the code; may throw {@link IllegalArgumentException} for what is out of bounds. */
    @FunctionalInterface
    interface Read<T> {
        @Nullable
        T read(CborReader in) throws MalformedException;
    }
}
