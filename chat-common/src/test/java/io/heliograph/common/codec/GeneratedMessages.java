package io.heliograph.common.codec;

import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes records with random content within their bounds, whatever their components, so that none is forgotten. */
final class GeneratedMessages {
    private static final String[] LETTERS = {"a", "Z", "7", "é", "Ж", "語", "🙂", " ", "\n"};

    private static final EntryKind[] POSTED = {
        EntryKind.MESSAGE, EntryKind.EDIT, EntryKind.DELETE, EntryKind.REACT, EntryKind.UNREACT
    };

    private final Random random;

    GeneratedMessages(long seed) {
        this.random = new Random(seed);
    }

    <R> R record(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getName(), components[i].getGenericType(), types[i]);
        }
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make a " + type, e);
        }
    }

    private Object value(String name, Type generic, Class<?> type) {
        if (type == String.class) {
            return text();
        } else if (type == long.class || type == Long.class) {
            return number(62);
        } else if (type == int.class) {
            return name.equals("limit") || name.equals("length") ? 1 + random.nextInt(200) : (int) number(31);
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == Bytes.class) {
            return octets(name);
        } else if (type == List.class) {
            boolean some = name.equals("boxes"); // an empty list of them is out of bounds
            return list((Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0], some ? 1 : 0);
        }
        return composed(name, type);
    }

    private Object composed(String name, Class<?> type) {
        if (type == MessageId.class) {
            return new MessageId(octets(MessageId.LENGTH_BYTES));
        } else if (type == EntryKind.class && name.equals("kind")) {
            return POSTED[random.nextInt(POSTED.length)];
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        return record(type);
    }

    private List<Object> list(Class<?> element, int minCount) {
        List<Object> list = new ArrayList<>();
        for (int left = minCount + random.nextInt(4); left > 0; left--) {
            list.add(value("element", element, element));
        }
        return list;
    }

    /** From 1, of every length that CBOR has. */
    private long number(int maxBits) {
        return 1 + (random.nextLong() >>> (64 - random.nextInt(maxBits)) & (Long.MAX_VALUE >>> (64 - maxBits)));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(20); left > 0; left--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private Bytes octets(String name) {
        return switch (name) {
            case "device", "key", "element" -> octets(32);
            case "proof" -> octets(64);
            case "octets" -> octets(8);
            case "blob" -> octets(16);
            default -> octets(1 + random.nextInt(400));
        };
    }

    private Bytes octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return Bytes.takingOver(octets);
    }
}
