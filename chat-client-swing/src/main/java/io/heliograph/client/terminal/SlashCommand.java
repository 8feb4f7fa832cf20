package io.heliograph.client.terminal;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * One line of the table of commands: help, completion and parsing all come from it.
 *
 * @param name without the slash
 * @param arguments as help shows them; empty if there are none
 * @param completion what the first argument is
 * @param action takes the text after the name
 */
record SlashCommand(
        String name,
        List<String> aliases,
        String arguments,
        String help,
        Completion completion,
        BiConsumer<Console, String> action) {

    /** What may be completed after the name. */
    enum Completion {
        NOTHING,
        COMMAND,
        ROOM,
        PERSON,
        TARGET,
        YES_NO,
        MODE,
        PREFERENCE,
        PATH,
        TRANSFER
    }

    SlashCommand {
        aliases = List.copyOf(aliases);
    }

    boolean isCalled(String word) {
        return name.equals(word) || aliases.contains(word);
    }

    String usage() {
        return "/" + name + (arguments.isEmpty() ? "" : " " + arguments);
    }
}
