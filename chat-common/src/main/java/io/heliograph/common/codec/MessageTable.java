package io.heliograph.common.codec;

import io.heliograph.common.util.Bytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one direction, found by their class to be written and by their code to be read.
 *
 * <p>Thread-safe: does not change.
 */
final class MessageTable<T> {
    private final Map<Class<?>, MessageFormat<T, ?>> byType = new HashMap<>();
    private final Map<Long, MessageFormat<T, ?>> byCode = new HashMap<>();

    /** {@code formats}: grouped as suits those who write them down. */
    MessageTable(List<List<MessageFormat<T, ?>>> formats) {
        for (List<MessageFormat<T, ?>> group : formats) {
            for (MessageFormat<T, ?> format : group) {
                byType.put(format.type(), format);
                byCode.put((long) format.code(), format);
            }
        }
    }

    Bytes encode(T message) {
        MessageFormat<T, ?> format = byType.get(message.getClass());
        if (format == null) {
            throw new IllegalArgumentException("is only ever read: " + message);
        }
        return encode(format, message);
    }

    private static <T, M extends T> Bytes encode(MessageFormat<T, M> format, T message) {
        M own = format.type().cast(message);
        return CborWriter.array(1 + format.elementCount(), out -> {
            out.uint(format.code());
            format.write().write(out, own);
        });
    }

    /** Null for a code of a later version, and for what holds a number of one. */
    @Nullable
    T decode(CborReader in) throws MalformedException {
        MessageFormat<T, ?> format = byCode.get(in.uint(Long.MAX_VALUE));
        return format == null ? null : format.read().read(in);
    }
}
