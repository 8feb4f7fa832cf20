package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.e2e.SafetyNumber;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;

/** Some value of any record, for facts that hold of every kind of event. */
final class Samples {
    static final String SECRET = "sesame-open";

    private static final int KEY_BYTES = 32;

    private Samples() {}

    static Object of(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int index = 0; index < components.length; index++) {
            types[index] = components[index].getType();
            values[index] = value(types[index]);
        }
        var constructor = kind.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object value(Class<?> type) throws ReflectiveOperationException {
        if (type == String.class) {
            return "text";
        } else if (type == long.class || type == int.class) {
            return 3;
        } else if (type == boolean.class) {
            return true;
        } else if (type == List.class) {
            return List.of();
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return valueOfOurs(type);
    }

    private static Object valueOfOurs(Class<?> type) throws ReflectiveOperationException {
        if (type == Target.class) {
            return Target.room("lobby");
        } else if (type == MessageId.class) {
            return Shown.id(1);
        } else if (type == Bytes.class) {
            return Bytes.copyOf(new byte[KEY_BYTES]);
        } else if (type == ShownEntry.class) {
            return Shown.message(1, "bob", false, "hi");
        } else if (type == ConversationState.class) {
            return Shown.conversation(Target.room("lobby"), 1).state();
        } else if (type == SafetyNumber.class) {
            Bytes key = Bytes.copyOf(new byte[KEY_BYTES]);
            return SafetyNumber.of("ann", key, "bob", key);
        } else if (type == Path.class) {
            return Path.of("file.txt");
        } else if (type == ClientCommand.class) {
            return new ClientCommand.SetPassword(SECRET, SECRET);
        }
        return of(type);
    }
}
