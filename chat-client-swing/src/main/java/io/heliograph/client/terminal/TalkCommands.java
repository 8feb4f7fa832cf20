package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.common.text.SafeText;
import java.util.List;

/** The commands that say something, or take it back. */
final class TalkCommands {
    private static final int EXCERPT_CHARS = 50;

    private TalkCommands() {}

    static void message(Console console, String text) {
        String[] parts = text.split("\\s+", 2);
        Target to = Target.user(parts[0]);
        if (parts.length < 2 || parts[1].isBlank()) {
            console.complain("to whom, and what? /msg NAME TEXT");
        } else if (to.whyNot() != null) {
            console.complain(String.valueOf(to.whyNot()));
        } else {
            console.say(to, parts[1]);
        }
    }

    static void query(Console console, String text) {
        Target to = Target.user(text);
        if (text.isEmpty() || to.whyNot() != null) {
            console.complain(text.isEmpty() ? "with whom? /query NAME" : String.valueOf(to.whyNot()));
        } else {
            console.view().switchTo(to);
            console.tell("you talk to " + to + " now; /switch ROOM goes back");
        }
    }

    static void reply(Console console, String text) {
        Target to = console.view().lastDirect();
        if (to == null) {
            console.complain("nobody has written to you yet: /msg NAME TEXT");
        } else if (text.isEmpty()) {
            console.complain("what? /reply TEXT goes to " + SafeText.line(to.address()));
        } else {
            console.say(to, text);
        }
    }

    /** protocol.md 6: a text that begins so is an action. */
    static void me(Console console, String text) {
        if (text.isEmpty()) {
            console.complain("what do you do? /me TEXT");
        } else {
            console.say(console.view().current(), "/me " + text);
        }
    }

    static void outbox(Console console, String text) {
        List<ChatView.Pending> pending = console.view().pending();
        if (text.equals("retry")) {
            CommandTable.submit(console, new ClientCommand.Reconnect());
        } else if (text.startsWith("cancel")) {
            cancel(console, pending, text.substring("cancel".length()).strip());
        } else if (!text.isEmpty()) {
            console.complain("/outbox, /outbox cancel N, or /outbox retry");
        } else if (pending.isEmpty()) {
            console.tell("everything is delivered to the server");
        } else {
            for (int index = 0; index < pending.size(); index++) {
                ChatView.Pending message = pending.get(index);
                console.tell((index + 1) + " " + message.state().word() + " "
                        + SafeText.line(message.to().address()) + " "
                        + SafeText.excerpt(message.text(), EXCERPT_CHARS));
            }
        }
    }

    private static void cancel(Console console, List<ChatView.Pending> pending, String number) {
        int index = Words.number(number);
        if (index < 1 || index > pending.size()) {
            console.complain(
                    pending.isEmpty()
                            ? "there is nothing to cancel"
                            : "which one? /outbox cancel 1 to " + pending.size() + "; /outbox lists them");
        } else {
            CommandTable.submit(
                    console, new ClientCommand.Cancel(pending.get(index - 1).id()));
        }
    }
}
