package io.heliograph.common.codec;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.Coded;
import io.heliograph.common.message.MessageId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements that many messages share (protocol.md 6), within their bounds. */
final class Elements {

    private Elements() {}

    /** Reads one element of a list; null for one that this version cannot represent. */
    @FunctionalInterface
    interface Read<E> {
        @Nullable
        E read(CborReader in) throws MalformedException;
    }

    /** Writes one element of a list. */
    @FunctionalInterface
    interface Write<E> {
        void write(CborWriter out, E element) throws IOException;
    }

    /** {@code req}; 0 where the server answers nobody's request. */
    static int request(CborReader in) throws MalformedException {
        return (int) in.uint(Integer.MAX_VALUE);
    }

    static long number(CborReader in) throws MalformedException {
        return in.uint(Long.MAX_VALUE);
    }

    /** A count or a duration that a client shows: what is beyond an {@code int} is malformed. */
    static int small(CborReader in) throws MalformedException {
        return (int) in.uint(Integer.MAX_VALUE);
    }

    static MessageId id(CborReader in) throws MalformedException {
        return new MessageId(in.octets());
    }

    static String name(CborReader in) throws MalformedException {
        return in.text(Bounds.MAX_NAME_BYTES);
    }

    /** A room's name, or {@code @} and a user's. */
    static String room(CborReader in) throws MalformedException {
        return in.text(Bounds.MAX_ROOM_BYTES);
    }

    static String notice(CborReader in) throws MalformedException {
        return in.text(Bounds.MAX_NOTICE_BYTES);
    }

    /** Null for a number of a later version. */
    static <E extends Enum<E> & Coded> @Nullable E coded(CborReader in, Class<E> type) throws MalformedException {
        return Coded.ofCode(type, in.uint(Long.MAX_VALUE));
    }

    /** Leaves out the elements that {@code element} gives null for, but counts them. */
    static <E> List<E> list(CborReader in, int maxCount, Read<E> element) throws MalformedException {
        if (in.beginArray() > maxCount) {
            throw new MalformedException("list too long");
        }
        List<E> list = new ArrayList<>();
        while (in.hasMore()) {
            E value = element.read(in);
            if (value != null) {
                list.add(value);
            }
        }
        in.endArray();
        return list;
    }

    static <E> void list(CborWriter out, List<E> list, Write<E> element) throws IOException {
        out.begin(list.size());
        for (E value : list) {
            element.write(out, value);
        }
        out.end();
    }
}
