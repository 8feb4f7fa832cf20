package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.Coded;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.text.SafeText;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The commands of those who look after a room. What one may do is for the server to say. */
final class OwnerCommands {
    private static final long SECONDS_PER_DAY = 86_400;

    private OwnerCommands() {}

    static void topic(Console console, String text) {
        about(console, RoomSetting.TOPIC, text);
    }

    static void description(Console console, String text) {
        about(console, RoomSetting.DESCRIPTION, text);
    }

    static void invite(Console console, String text) {
        String name = Words.first(text);
        String named = Words.rest(text);
        Target room = named.isEmpty() ? room(console) : Target.room(named);
        if (name.isEmpty()) {
            console.complain("whom? /invite NAME [ROOM]");
        } else if (room != null) {
            moderate(console, room, name, Moderation.INVITE, 0, "");
        }
    }

    /** {@code usage} is told to who names nobody. */
    static BiConsumer<Console, String> moderation(Moderation action, String usage) {
        return (console, text) -> {
            String name = Words.first(text);
            String rest = Words.rest(text);
            Target room = room(console);
            boolean lasts = action == Moderation.BAN || action == Moderation.MUTE;
            long durationS = lasts ? Words.durationS(Words.first(rest)) : -1;
            if (name.isEmpty()) {
                console.complain("whom? " + usage);
            } else if (room != null) {
                String reason = durationS < 0 ? rest : Words.rest(rest);
                moderate(console, room, name, action, Math.max(0, durationS), reason);
            }
        };
    }

    static BiConsumer<Console, String> role(Role role, String usage) {
        return (console, text) -> {
            String name = Words.first(text);
            Role wanted = Words.rest(text).isEmpty()
                    ? role
                    : Coded.ofWord(Role.class, Words.rest(text).toLowerCase(Locale.ROOT));
            Target room = room(console);
            if (name.isEmpty() || wanted == null) {
                console.complain("whom? " + usage);
            } else if (room != null && isName(console, name)) {
                CommandTable.submit(
                        console,
                        new ClientCommand.Moderate(room, Target.user(name).name(), Moderation.SET_ROLE, wanted, 0, ""));
            }
        };
    }

    static void mode(Console console, String text) {
        Target room = room(console);
        if (room == null) {
            return;
        }
        String word = Words.first(text).toLowerCase(Locale.ROOT);
        String value = Words.rest(text);
        switch (word) {
            case "" -> show(console, room);
            case "announce-only", "announce" -> announceOnly(console, room, value);
            case "slow", "slow-mode" -> duration(console, room, RoomSetting.SLOW_MODE, value, 1);
            case "retention" -> duration(console, room, RoomSetting.RETENTION, value, SECONDS_PER_DAY);
            case "access" -> access(console, room, value);
            case "password" -> password(console, room, value);
            default ->
                console.complain("which one? /mode announce-only on|off, slow 30s|off, retention 30d|off,"
                        + " access public|private|hidden, password");
        }
    }

    // Private

    private static void about(Console console, RoomSetting setting, String text) {
        Target room = room(console);
        ConversationState state = room == null ? null : console.view().stateOf(room);
        if (room == null || state == null) {
            return;
        }
        if (text.isEmpty()) {
            String now = setting == RoomSetting.TOPIC ? state.topic() : state.description();
            console.tell(setting.word() + " of " + SafeText.line(room.address()) + ": "
                    + (now.isEmpty() ? "none" : SafeText.line(now)));
        } else {
            set(console, room, setting, text.equals("-") ? "" : text);
        }
    }

    private static void show(Console console, Target room) {
        ConversationState state = console.view().stateOf(room);
        if (state != null) {
            String slow = state.slowModeS() == 0 ? "off" : state.slowModeS() + " s";
            String retention = state.retentionDays() == 0 ? "off" : state.retentionDays() + " d";
            console.tell(
                    SafeText.line(room.address()) + ": access " + state.access().word() + ", announce-only "
                            + (state.announceOnly() ? "on" : "off") + ", slow " + slow + ", retention " + retention
                            + "; you are " + state.role().word());
        }
    }

    private static void announceOnly(Console console, Target room, String value) {
        if (value.equals("on") || value.equals("off")) {
            set(console, room, RoomSetting.ANNOUNCE_ONLY, value);
        } else {
            console.complain("/mode announce-only on, or /mode announce-only off");
        }
    }

    private static void duration(Console console, Target room, RoomSetting setting, String value, long unitS) {
        long plain = Words.number(value);
        long durationS = Words.durationS(value);
        if (value.equals("off")) {
            set(console, room, setting, "0");
        } else if (plain >= 0) {
            set(console, room, setting, Long.toString(plain));
        } else if (durationS >= unitS) {
            set(console, room, setting, Long.toString(durationS / unitS));
        } else {
            console.complain("how long? /mode " + (unitS == 1 ? "slow 30s" : "retention 30d") + ", or off");
        }
    }

    private static void access(Console console, Target room, String value) {
        RoomAccess access = Coded.ofWord(RoomAccess.class, value);
        if (access == null || access == RoomAccess.PASSWORD) {
            console.complain("/mode access public, private or hidden; /mode password asks for a password");
        } else {
            set(console, room, RoomSetting.ACCESS, access.word());
        }
    }

    private static void password(Console console, Target room, String value) {
        String typed =
                value.isEmpty() ? console.askSecret("new password of " + SafeText.line(room.address()) + ": ") : value;
        if (typed == null || typed.isEmpty()) {
            console.complain("/mode password PASSWORD, or /mode access public for none");
        } else {
            set(console, room, RoomSetting.PASSWORD, typed);
        }
    }

    private static void set(Console console, Target room, RoomSetting setting, String value) {
        CommandTable.submit(console, new ClientCommand.SetRoom(room, setting, value));
    }

    private static void moderate(
            Console console, Target room, String name, Moderation action, long durationS, String reason) {
        if (isName(console, name)) {
            CommandTable.submit(
                    console,
                    new ClientCommand.Moderate(room, Target.user(name).name(), action, null, durationS, reason));
        }
    }

    private static boolean isName(Console console, String name) {
        String whyNot = Target.user(name).whyNot();
        if (whyNot != null) {
            console.complain(SafeText.line(whyNot));
        }
        return whyNot == null;
    }

    /** Null, and the user is told, if the user is in no room now. */
    private static @Nullable Target room(Console console) {
        Target current = console.view().current();
        if (!current.isRoom() || !console.view().isIn(current)) {
            console.complain("you are in no room here: /switch ROOM first");
            return null;
        }
        return current;
    }
}
