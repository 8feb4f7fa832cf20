package io.heliograph.server.admin;

import java.util.function.Consumer;

/**
 * A command as {@code help} shows it.
 *
 * @param name one or two words, lower case
 * @param usage begins with the name
 * @param purpose what it does, in a few words
 * @param target what its first argument names, for completion
 * @param noted what the audit log holds of it
 */
record Command(String name, String usage, String purpose, Target target, Noted noted, Consumer<Order> action) {

    /** What an argument names. */
    enum Target {
        NOTHING,
        ACCOUNT,
        ROOM,
        COMMAND,
        LOG_LEVEL,
        LOCKDOWN_LEVEL
    }

    /** What is taken down of a command that was carried out. */
    enum Noted {
        /** It only looks. */
        NOT,
        /** All of it: no command takes a secret as an argument. */
        WHOLE,
        /** That it was given: what people say to each other is no business of the audit log. */
        WITHOUT_TEXT
    }
}
