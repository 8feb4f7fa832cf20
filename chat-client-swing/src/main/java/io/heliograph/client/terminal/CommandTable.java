package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.terminal.SlashCommand.Completion;
import io.heliograph.common.text.EditDistance;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The slash commands. A line that begins with a slash is never sent as text; {@code //text} is how to say one.
 *
 * <p>Thread-safe: holds no state.
 */
final class CommandTable {
    private static final int MAX_TYPING_MISTAKES = 2;

    private final List<SlashCommand> commands;

    CommandTable() {
        List<SlashCommand> all = new ArrayList<>();
        all.add(of("help", "?", "[COMMAND]", "what can be done, or how", Completion.COMMAND, this::help));
        all.addAll(CommandLists.conversations());
        all.addAll(CommandLists.talking());
        all.addAll(CommandLists.messages());
        all.addAll(CommandLists.kept());
        all.addAll(FileCommandList.all());
        all.addAll(LookBack.all());
        all.addAll(CommandLists.owners());
        all.addAll(CommandLists.people());
        all.addAll(TrustCommandList.all());
        all.addAll(CommandLists.connection());
        commands = List.copyOf(all);
    }

    /** Says a line, or does what it commands. An empty line does nothing. */
    void run(Console console, String line) {
        if (line.startsWith("//")) {
            console.say(console.view().current(), line.substring(1));
        } else if (line.startsWith("/")) {
            command(console, line.substring(1));
        } else if (!line.isBlank()) {
            console.say(console.view().current(), line);
        }
    }

    List<SlashCommand> commands() {
        return commands;
    }

    /** By name or alias, in any case; null if there is none. */
    @Nullable
    SlashCommand find(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return commands.stream()
                .filter(command -> command.isCalled(lower))
                .findFirst()
                .orElse(null);
    }

    /** The command that {@code word} most likely means; null if it is like none. */
    @Nullable
    SlashCommand nearest(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        SlashCommand best = null;
        int bestDistance = MAX_TYPING_MISTAKES + 1;
        for (SlashCommand command : commands) {
            List<String> names = new ArrayList<>(command.aliases());
            names.add(command.name());
            for (String name : names) {
                int distance = name.length() > 1 && lower.length() > 1 && name.startsWith(lower)
                        ? 1
                        : EditDistance.between(lower, name);
                if (name.length() > MAX_TYPING_MISTAKES && distance < bestDistance) {
                    best = command;
                    bestDistance = distance;
                }
            }
        }
        return best;
    }

    private void command(Console console, String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String word = text.substring(0, end);
        SlashCommand command = find(word);
        if (command != null) {
            command.action().accept(console, text.substring(end).strip());
            return;
        }
        SlashCommand near = nearest(word);
        String advice = near == null ? "/help lists them" : "did you mean /" + near.name() + "?";
        console.complain("unknown command /" + SafeText.excerpt(word, 40) + ": " + advice
                + " (to say a line that begins with a slash, begin it with two)");
    }

    private void help(Console console, String word) {
        if (!word.isEmpty()) {
            String plain = word.startsWith("/") ? word.substring(1) : word;
            SlashCommand command = find(plain);
            if (command == null) {
                console.complain("there is no command /" + SafeText.excerpt(plain, 40) + ": /help lists them");
            } else {
                String aliases = command.aliases().isEmpty() ? "" : "; also /" + String.join(", /", command.aliases());
                console.tell(command.usage() + ": " + command.help() + aliases);
            }
            return;
        }
        int width = commands.stream()
                .mapToInt(command -> command.usage().length())
                .max()
                .orElse(0);
        for (SlashCommand command : commands) {
            console.tell(command.usage() + " ".repeat(width - command.usage().length() + 2) + command.help());
        }
        console.tell("//TEXT" + " ".repeat(width - 4) + "say a text that begins with a slash");
    }

    static SlashCommand of(
            String name,
            String alias,
            String arguments,
            String help,
            Completion completion,
            BiConsumer<Console, String> action) {
        return new SlashCommand(
                name, alias.isEmpty() ? List.of() : List.of(alias), arguments, help, completion, action);
    }

    /** For a command that hands something to the client, which may have too much to do. */
    static void submit(Console console, ClientCommand command) {
        if (!console.client().submit(command)) {
            console.complain("the client has too much to do: try again in a moment");
        }
    }
}
