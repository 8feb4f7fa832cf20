package io.heliograph.client.terminal;

import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.Target;

/** What a slash command acts on. */
interface Console {
    CommandSink client();

    ChatView view();

    /** An answer to the user. */
    void tell(String line);

    /** The user made a mistake: what, and what to do. */
    void complain(String line);

    void clearScreen();

    /** The user wants to leave. */
    void leave();

    /** Says {@code text} to where the user is. */
    void say(Target to, String text);
}
