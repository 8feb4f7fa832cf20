package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import java.util.List;
import java.util.Objects;

/** Passes a message on: text as text, a file by what the server has of it. */
final class ForwardCommand {
    private ForwardCommand() {}

    static void run(Console console, String text) {
        Target here = console.view().current();
        List<ShownEntry> messages = console.view().messages(here);
        int number = Words.number(Words.first(text));
        ShownEntry message = number >= 1 && number <= messages.size() ? messages.get(number - 1) : null;
        List<Target> targets = Target.parseAll(Words.rest(text));
        if (message == null || targets.isEmpty()) {
            console.complain("which one, and where to? /forward N ROOM or @NAME; /history shows the numbers");
            return;
        }
        String said = Objects.requireNonNullElse(message.text(), "");
        if (message.file() != null && message.seq() > 0) {
            targets.forEach(where -> CommandTable.submit(
                    console,
                    new ClientCommand.ForwardFile(console.client().newMessageId(), where, here, message.seq(), said)));
        } else if (said.isEmpty()) {
            console.complain("there is nothing to forward in message " + number);
        } else {
            targets.forEach(where -> console.say(where, said));
        }
    }
}
