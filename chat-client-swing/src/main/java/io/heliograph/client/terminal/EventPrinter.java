package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;

/** Renders the events of a client as lines. Thread-safe, as far as the lines it writes to are. */
interface EventPrinter {
    void print(ClientEvent event);

    /** The answer to a command. */
    void notice(String text);

    /** For a face that shows nothing. */
    static EventPrinter silent() {
        return new EventPrinter() {
            @Override
            public void print(ClientEvent event) {
                // Nothing is shown.
            }

            @Override
            public void notice(String text) {
                // Nothing is shown.
            }
        };
    }

    /** Lets through what is said at {@code target}, and the mistakes. */
    static EventPrinter only(Target target, EventPrinter printer) {
        return new EventPrinter() {
            @Override
            public void print(ClientEvent event) {
                boolean message = event instanceof ClientEvent.EntryShown shown
                        && shown.entry().isMessage()
                        && shown.where().key().equals(target.key());
                boolean revealed = event instanceof ClientEvent.EntryRevealed shown
                        && shown.where().key().equals(target.key());
                boolean gap = event instanceof ClientEvent.GapShown gone
                        && gone.where().key().equals(target.key());
                if (message
                        || gap
                        || revealed
                        || event instanceof ClientEvent.FileProgress
                        || event instanceof ClientEvent.Problem
                        || event instanceof ClientEvent.JoinRefused) {
                    printer.print(event);
                }
            }

            @Override
            public void notice(String text) {
                printer.notice(text);
            }
        };
    }
}
