package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.Until;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;

/** The commands about people: who is here, what they see of the user, whom the user does not want to hear. */
final class PeopleCommands {
    private PeopleCommands() {}

    static void users(Console console, String text) {
        List<UserEntry> present = console.view().people().all().stream()
                .filter(user -> user.state() != PresenceState.OFFLINE)
                .toList();
        if (present.isEmpty()) {
            console.tell("nobody is known to be here");
        }
        present.forEach(user -> console.tell(Answers.person(user)));
    }

    static void whois(Console console, String text) {
        Target person = Target.user(text);
        if (text.isEmpty() || person.whyNot() != null) {
            console.complain(text.isEmpty() ? "who? /whois NAME" : SafeText.line(String.valueOf(person.whyNot())));
        } else {
            CommandTable.submit(console, new ClientCommand.Whois(person.name()));
        }
    }

    /** Keeps the text if none is given. */
    static BiConsumer<Console, String> presence(PresenceState state) {
        return (console, text) -> {
            String kept = state == PresenceState.ONLINE
                    ? ""
                    : console.view().people().chosen().text();
            choose(console, state, text.isEmpty() ? kept : text);
        };
    }

    static void status(Console console, String text) {
        if (text.isEmpty()) {
            LinkCommands.status(console, text);
            return;
        }
        PresenceState state = console.view().people().chosen().state();
        PresenceState chosen = state == PresenceState.OFFLINE ? PresenceState.ONLINE : state;
        choose(console, chosen, text.equals("off") ? "" : text);
    }

    static void ignore(Console console, String text) {
        if (text.isEmpty()) {
            tellAll(console, "you ignore", console.choices().ignored());
        } else {
            setIgnored(console, text, true);
        }
    }

    static void unignore(Console console, String text) {
        setIgnored(console, text, false);
    }

    static void mute(Console console, String text) {
        setMuted(console, text, true);
    }

    static void unmute(Console console, String text) {
        setMuted(console, text, false);
    }

    // Private

    /** A duration at the end is for how long the text holds. */
    private static void choose(Console console, PresenceState state, String text) {
        long durationS = Words.durationS(Words.last(text));
        String shown =
                durationS < 0 ? text : text.substring(0, text.lastIndexOf(' ')).strip();
        CommandTable.submit(console, new ClientCommand.SetPresence(state, shown, Math.max(0, durationS)));
    }

    private static void setIgnored(Console console, String text, boolean on) {
        Target person = Target.user(text);
        if (text.isEmpty() || person.whyNot() != null) {
            console.complain(
                    text.isEmpty()
                            ? "whom? /" + (on ? "ignore" : "unignore") + " NAME"
                            : SafeText.line(String.valueOf(person.whyNot())));
            return;
        }
        try {
            boolean changed = console.choices().ignore(person, on);
            String now = on ? "you ignore " : "you hear ";
            console.tell((changed ? now : now + "already ") + SafeText.line(person.name()) + "; nobody is told");
        } catch (IOException e) {
            console.complain("that cannot be kept: make the profile folder writable");
        }
    }

    private static void setMuted(Console console, String text, boolean on) {
        int blank = text.lastIndexOf(' ');
        long nowMs = System.currentTimeMillis();
        long untilMs = on ? Until.parse(text.substring(blank + 1), nowMs, ZoneId.systemDefault()) : -1;
        String named =
                untilMs < 0 ? text : text.substring(0, Math.max(0, blank)).strip();
        Target where = named.isEmpty() ? console.view().current() : RoomCommands.chosen(console, named);
        if (where == null) {
            console.complain("what? /" + (on ? "mute [ROOM|@NAME] [8h]" : "unmute [ROOM|@NAME]"));
            return;
        }
        try {
            if (untilMs > 0) {
                console.choices().muteUntil(where, untilMs);
                console.tell(SafeText.line(where.address()) + " is muted until " + Answers.moment(untilMs));
                return;
            }
            boolean changed = console.choices().mute(where, on);
            String now = on ? " is muted" : " is not muted";
            console.tell(SafeText.line(where.address()) + now + (changed ? "" : " already"));
        } catch (IOException e) {
            console.complain("that cannot be kept: make the profile folder writable");
        }
    }

    private static void tellAll(Console console, String what, List<Target> names) {
        console.tell(
                names.isEmpty()
                        ? what + " nobody"
                        : what + " "
                                + SafeText.line(String.join(
                                        ", ", names.stream().map(Target::name).toList())));
    }
}
