package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.DeviceEntry;
import io.heliograph.common.text.SafeText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The commands about keys and about who may read. */
final class TrustCommands {
    private TrustCommands() {}

    static void verify(Console console, String text) {
        Target person = person(console, Words.first(text), "/verify NAME, and /verify NAME yes when you have compared");
        String answer = Words.rest(text).toLowerCase(Locale.ROOT);
        if (person == null) {
            return;
        }
        switch (answer) {
            case "" -> CommandTable.submit(console, new ClientCommand.ShowTrust(person.name()));
            case "yes" -> CommandTable.submit(console, new ClientCommand.SetVerified(person.name(), true));
            case "no" -> CommandTable.submit(console, new ClientCommand.SetVerified(person.name(), false));
            default -> console.complain("/verify NAME, then /verify NAME yes, or /verify NAME no");
        }
    }

    /** Of the server, or of somebody. */
    static void fingerprint(Console console, String text) {
        if (text.isEmpty()) {
            LinkCommands.fingerprint(console, text);
        } else {
            Target person = person(console, text, "/fingerprint NAME");
            if (person != null) {
                CommandTable.submit(console, new ClientCommand.ShowTrust(person.name()));
            }
        }
    }

    /** The answer at first contact with a server, or to a key that has changed. */
    static void trust(Console console, String text) {
        String first = Words.first(text);
        String answer = Words.rest(text).toLowerCase(Locale.ROOT);
        if (answer.isEmpty() && (text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("no"))) {
            LinkCommands.trust(console, text);
        } else if (first.isEmpty() || (!answer.isEmpty() && !answer.equals("accept"))) {
            console.complain("/trust yes|no for the server; /trust NAME, /trust NAME accept, /trust ROOM accept");
        } else if (first.equals("directory") && answer.equals("accept")) {
            CommandTable.submit(console, new ClientCommand.AcceptDirectory());
        } else if (answer.isEmpty()) {
            fingerprint(console, first);
        } else {
            Target of = first.startsWith("#") ? Target.room(first) : Target.user(first);
            CommandTable.submit(console, new ClientCommand.AcceptKey(of));
        }
    }

    static void approve(Console console, String text) {
        List<DeviceEntry> devices = console.view().devices();
        int number = Words.number(text);
        if (number < 1 || number > devices.size()) {
            console.complain("which one? /devices lists them, then /approve N");
        } else {
            CommandTable.submit(
                    console,
                    new ClientCommand.ApproveDevice(devices.get(number - 1).key()));
        }
    }

    static void anew(Console console, String text) {
        if (text.equalsIgnoreCase("yes")) {
            CommandTable.submit(console, new ClientCommand.BeginAnew());
        } else {
            console.complain("is your first device lost for good? Revoke it (/devices, /revoke N), then /anew yes: this"
                    + " one takes its place, and everybody sees that your key has changed");
        }
    }

    static void admit(Console console, String text) {
        Target person = person(console, text, "/admit NAME, in the room");
        if (person != null && inRoom(console)) {
            CommandTable.submit(console, new ClientCommand.Admit(console.view().current(), person.name()));
        }
    }

    static void shareHistory(Console console, String text) {
        if (!text.equals("on") && !text.equals("off")) {
            console.complain("/share-history on: who comes later can read what is said from now on; or off");
        } else if (inRoom(console)) {
            CommandTable.submit(
                    console, new ClientCommand.ShareHistory(console.view().current(), text.equals("on")));
        }
    }

    static void confirm(Console console, String text) {
        Target person = person(console, text, "/confirm NAME, as an administrator who has compared the key");
        if (person != null) {
            CommandTable.submit(console, new ClientCommand.ConfirmAccount(person.name()));
        }
    }

    private static boolean inRoom(Console console) {
        boolean room = console.view().current().isRoom();
        if (!room) {
            console.complain("this is for rooms: go to one first (/focus ROOM)");
        }
        return room;
    }

    private static @Nullable Target person(Console console, String text, String usage) {
        Target person = Target.user(text);
        String whyNot = text.isEmpty() ? usage : person.whyNot();
        if (whyNot != null) {
            console.complain(SafeText.line(whyNot));
            return null;
        }
        return person;
    }
}
