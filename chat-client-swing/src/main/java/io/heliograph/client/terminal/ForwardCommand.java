package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import java.util.ArrayList;
import java.util.List;

/** Passes a message on: text as text, a file by what the server has of it. */
final class ForwardCommand {
    private ForwardCommand() {}

    static void run(Console console, String text) {
        Target here = console.view().current();
        List<ShownEntry> messages = console.view().messages(here);
        int number = Words.number(Words.first(text));
        ShownEntry message = number >= 1 && number <= messages.size() ? messages.get(number - 1) : null;
        List<Target> targets = new ArrayList<>();
        for (String word : Words.rest(text).split("\\s+")) {
            Target where = word.isEmpty() ? null : Target.parse(word);
            if (where != null && where.whyNot() == null) {
                targets.add(where);
            }
        }
        if (message == null || targets.isEmpty()) {
            console.complain("which one, and where to? /forward N ROOM or @NAME; /history shows the numbers");
            return;
        }
        String said = message.text() == null ? "" : message.text();
        boolean file = message.file() != null && message.seq() > 0;
        if (!file && said.isEmpty()) {
            console.complain("there is nothing to forward in message " + number);
            return;
        }
        for (Target where : targets) {
            if (file) {
                CommandTable.submit(
                        console,
                        new ClientCommand.ForwardFile(
                                console.client().newMessageId(), where, here, message.seq(), said));
            } else {
                console.say(where, said);
            }
        }
    }
}
