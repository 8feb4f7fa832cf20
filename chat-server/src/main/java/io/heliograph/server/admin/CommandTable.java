package io.heliograph.server.admin;

import io.heliograph.server.admin.Command.Noted;
import io.heliograph.server.admin.Command.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The commands by their names. Not thread-safe; owned by the relay loop. */
final class CommandTable {
    private final Map<String, Command> byName = new TreeMap<>();

    /** Only looks. */
    void look(String usage, String purpose, Target target, Consumer<Order> action) {
        add(usage, purpose, target, Noted.NOT, action);
    }

    /** Changes something. */
    void change(String usage, String purpose, Target target, Consumer<Order> action) {
        add(usage, purpose, target, Noted.WHOLE, action);
    }

    /** The name is what stands in lower case at the beginning of {@code usage}. */
    void add(String usage, String purpose, Target target, Noted noted, Consumer<Order> action) {
        StringBuilder name = new StringBuilder();
        for (String word : usage.split(" ", -1)) {
            if (!word.matches("[a-z]+")) {
                break;
            }
            name.append(name.isEmpty() ? "" : " ").append(word);
        }
        byName.put(name.toString(), new Command(name.toString(), usage, purpose, target, noted, action));
    }

    Collection<Command> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** A command and what follows it. */
    record Found(Command command, Arguments arguments) {}

    /** The command with the longest name that {@code line} begins with; null if there is none. */
    @Nullable
    Found find(String line) {
        Arguments arguments = new Arguments(line);
        String first = lower(arguments.word());
        Command two = byName.get(first + " " + lower(arguments.peek()));
        if (two != null) {
            arguments.word();
            return new Found(two, arguments);
        }
        Command one = byName.get(first);
        return one == null ? null : new Found(one, arguments);
    }

    /** Commands whose name is {@code word} or begins with it as a word. */
    List<Command> family(String word) {
        List<Command> family = new ArrayList<>();
        for (Command command : byName.values()) {
            if (command.name().equals(word) || command.name().startsWith(word + " ")) {
                family.add(command);
            }
        }
        return family;
    }

    /** What the words of a name go on with behind {@code before}, beginning with {@code start}. */
    List<String> nextWords(String before, String start) {
        String prefix = before.isEmpty() ? "" : before + " ";
        List<String> words = new ArrayList<>();
        for (String name : byName.keySet()) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                String word = new Arguments(name.substring(prefix.length())).peek();
                if (word.startsWith(start) && !words.contains(word)) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private static String lower(@Nullable String word) {
        return word == null ? "" : word.toLowerCase(Locale.ROOT);
    }
}
