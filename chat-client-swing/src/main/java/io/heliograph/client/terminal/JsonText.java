package io.heliograph.client.terminal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.common.text.SafeText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the objects of {@code --json} are made of. Thread-safe: pure functions. */
final class JsonText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private JsonText() {}

    static ObjectNode object(String event) {
        return JSON.createObjectNode().put("event", event);
    }

    static ObjectNode plain() {
        return JSON.createObjectNode();
    }

    static ObjectNode error(String code, String message) {
        return object("error").put("code", code).put("message", message);
    }

    /** Names the place: {@code room}, or {@code with} and the other person. */
    static ObjectNode at(ObjectNode object, Target where) {
        return where.isRoom() ? object.put("room", where.address()) : object.put("with", where.name());
    }

    static String time(long timeMs) {
        return UTC.format(Instant.ofEpochMilli(timeMs));
    }

    /** {@code SetRoom} is {@code set-room}. */
    static String wordOf(ClientCommand command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * JSON lets control characters above 127, line separators and changes of direction stand as they are; a
     * terminal or a reader
     * of lines would act on them. They occur inside strings alone, where the escape means the same.
     */
    static String escaped(String json) {
        if (json.chars().noneMatch(SafeText::isHarmful)) {
            return json;
        }
        StringBuilder safe = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(codePoint -> {
            if (SafeText.isHarmful(codePoint)) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
            } else {
                safe.appendCodePoint(codePoint);
            }
        });
        return safe.toString();
    }
}
