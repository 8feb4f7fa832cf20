package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.common.text.SafeText;

/** What was begun on another device of the user, or is to be gone on with there. */
final class DraftCommand {
    private DraftCommand() {}

    static void run(Console console, String text) {
        Target where = console.view().current();
        String draft = console.view().drafts().of(where);
        if (text.equals("send") && !draft.isEmpty()) {
            console.say(where, draft);
            keep(console, where, "");
        } else if (text.equals("-")) {
            keep(console, where, "");
            console.tell("nothing is begun for " + SafeText.line(where.address()));
        } else if (!text.isEmpty() && !text.equals("send")) {
            keep(console, where, text);
            console.tell("kept for your other devices");
        } else if (draft.isEmpty()) {
            console.tell("nothing is begun for " + SafeText.line(where.address()) + ": /draft TEXT begins something");
        } else {
            console.tell("begun for " + SafeText.line(where.address()) + ": " + SafeText.line(draft)
                    + " (/draft send says it, /draft - forgets it)");
        }
    }

    private static void keep(Console console, Target where, String text) {
        console.view().drafts().set(where, text);
        CommandTable.submit(console, new ClientCommand.TellDraft(where, text));
    }
}
