package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.ConversationState;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The commands about messages that were said: numbered from the newest, which is 1. */
final class MessageCommands {
    private static final int HISTORY_LINES = 20;
    private static final String WHICH = "/history shows the numbers; 1 is the newest";

    private MessageCommands() {}

    static void history(Console console, String text) {
        int count = text.isEmpty() ? HISTORY_LINES : Words.number(text);
        if (count < 1) {
            console.complain("how many? /history N, at most " + EntryList.MAX_ENTRIES);
        } else {
            console.showHistory(console.view().current(), Math.min(count, EntryList.MAX_ENTRIES));
        }
    }

    static void react(Console console, String text) {
        reaction(console, text, true);
    }

    static void unreact(Console console, String text) {
        reaction(console, text, false);
    }

    static void edit(Console console, String text) {
        Target here = console.view().current();
        int number = Words.rest(text).isEmpty() ? -1 : Words.number(Words.first(text));
        ShownEntry message = number < 0 ? newest(console, ShownEntry::own) : numbered(console, number);
        String said = number < 0 ? text : Words.rest(text);
        if (text.isEmpty()) {
            console.complain("to what? /edit TEXT changes your last message, /edit N TEXT message N");
        } else if (message == null) {
            console.complain("there is no message of yours here to change: " + WHICH);
        } else if (!message.own()) {
            console.complain("that one is not yours: only its author can change a message");
        } else {
            console.post(id -> new ClientCommand.Edit(id, here, message.seq(), said, message.replyToSeq()));
        }
    }

    static void delete(Console console, String text) {
        Target here = console.view().current();
        ShownEntry message = text.isEmpty() ? newest(console, ShownEntry::own) : numbered(console, Words.number(text));
        if (message == null) {
            console.complain("which one? /delete N; " + WHICH);
        } else {
            console.post(id -> new ClientCommand.Delete(id, here, message.seq()));
        }
    }

    static void quote(Console console, String text) {
        Target here = console.view().current();
        ShownEntry message = numbered(console, Words.number(Words.first(text)));
        String said = Words.rest(text);
        if (message == null || said.isEmpty()) {
            console.complain("which one, and what? /quote N TEXT; " + WHICH);
        } else {
            console.post(id -> new ClientCommand.Say(id, here, said, message.seq()));
        }
    }

    static void receipts(Console console, String text) {
        Target here = console.view().current();
        ShownEntry message = text.isEmpty() ? newest(console, ShownEntry::own) : numbered(console, Words.number(text));
        if (message == null || !message.own()) {
            console.complain("which message of yours? /receipts N; " + WHICH);
        } else {
            console.tell("\"" + EntryWording.excerpt(message) + "\"");
            console.awaitReceipts(here, message.seq());
            CommandTable.submit(console, new ClientCommand.AskMembers(here));
        }
    }

    static void pin(Console console, String text) {
        pinning(console, text, true);
    }

    static void unpin(Console console, String text) {
        pinning(console, text, false);
    }

    static void pins(Console console, String text) {
        Target here = console.view().current();
        ConversationState state = console.view().stateOf(here);
        if (state == null || state.pins().isEmpty()) {
            console.tell("nothing is pinned here");
            return;
        }
        List<ShownEntry> messages = console.view().messages(here);
        for (long seq : state.pins()) {
            ShownEntry pinned = console.view().find(here, seq);
            console.tell(
                    pinned == null
                            ? "- an earlier message: /history N loads it"
                            : line(messages.indexOf(pinned) + 1, pinned));
        }
    }

    /** As {@code /history} shows it. */
    static String line(int number, ShownEntry message) {
        return number + " " + Wording.safe(message.from()) + ": "
                + EntryWording.text(message).replace("\n", " ");
    }

    // Private

    private static void reaction(Console console, String text, boolean on) {
        Target here = console.view().current();
        String emoji = Words.first(text);
        String number = Words.rest(text);
        ShownEntry message = number.isEmpty()
                ? newest(console, entry -> !on || !entry.own())
                : numbered(console, Words.number(number));
        if (emoji.isEmpty() || message == null) {
            console.complain("which emoji, to which message? /" + (on ? "react" : "unreact") + " EMOJI [N]; " + WHICH);
        } else {
            console.post(id -> new ClientCommand.React(id, here, message.seq(), emoji, on));
        }
    }

    private static void pinning(Console console, String text, boolean on) {
        ShownEntry message = text.isEmpty() ? newest(console, entry -> true) : numbered(console, Words.number(text));
        if (message == null || message.seq() == 0) {
            console.complain("which one? /" + (on ? "pin" : "unpin") + " N; " + WHICH);
        } else {
            CommandTable.submit(console, new ClientCommand.Pin(console.view().current(), message.seq(), on));
        }
    }

    private static @Nullable ShownEntry newest(Console console, Predicate<ShownEntry> wanted) {
        return console.view().messages(console.view().current()).stream()
                .filter(entry -> !entry.deleted() && wanted.test(entry))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ShownEntry numbered(Console console, int number) {
        List<ShownEntry> messages = console.view().messages(console.view().current());
        return number >= 1 && number <= messages.size() ? messages.get(number - 1) : null;
    }
}
