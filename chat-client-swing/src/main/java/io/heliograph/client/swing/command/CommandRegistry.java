package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.EditDistance;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All commands, and how a line that begins with a slash finds its own. Thread-safe: holds no state. */
public final class CommandRegistry {
    private static final int MAX_TYPING_MISTAKES = 2;

    private final Map<String, DeskCommand> byId = new LinkedHashMap<>();
    private final Map<String, DeskCommand> byWord = new LinkedHashMap<>();

    /** {@code words} holds the other words a command is known by, as {@code command.ID.alias}. */
    public CommandRegistry(List<DeskCommand> commands, Words words) {
        for (DeskCommand command : commands) {
            byId.put(command.id(), command);
            byWord.put(command.id(), command);
            for (String alias :
                    words.orElse("command." + command.id() + ".alias", "").split(" ", -1)) {
                if (!alias.isEmpty()) {
                    byWord.put(alias, command);
                }
            }
        }
    }

    public List<DeskCommand> all() {
        return new ArrayList<>(byId.values());
    }

    /** Throws for an id that no command has: a mistake of the program. */
    public DeskCommand get(String id) {
        DeskCommand command = byId.get(id);
        if (command == null) {
            throw new IllegalArgumentException("no command " + id);
        }
        return command;
    }

    /** Says a line in the open conversation, or does what it commands; {@code //text} is how to say a slash. */
    public void enter(Desk desk, String line, long replyToSeq) {
        if (line.startsWith("/") && !line.startsWith("//") && !line.startsWith("/me ")) {
            command(desk, line.substring(1));
            return;
        }
        Target where = desk.current();
        String text = line.startsWith("//") ? line.substring(1) : line;
        if (where != null && !text.isBlank()) {
            desk.post(id -> new ClientCommand.Say(id, where, text, replyToSeq));
        }
    }

    private void command(Desk desk, String line) {
        int end = line.indexOf(' ');
        String word = (end < 0 ? line : line.substring(0, end)).toLowerCase(Locale.ROOT);
        DeskCommand command = byWord.get(word);
        if (command != null) {
            command.run(desk, end < 0 ? "" : line.substring(end + 1).strip());
            return;
        }
        String near = nearest(word);
        String shown = SafeText.excerpt(word, 30);
        desk.complain(
                near == null
                        ? desk.words().get("slash.unknown", shown)
                        : desk.words().get("slash.unknown.near", shown, near));
    }

    private @Nullable String nearest(String word) {
        String best = null;
        int fewest = MAX_TYPING_MISTAKES + 1;
        for (String known : byWord.keySet()) {
            int mistakes = EditDistance.between(word, known);
            if (mistakes < fewest) {
                fewest = mistakes;
                best = known;
            }
        }
        return best;
    }
}
