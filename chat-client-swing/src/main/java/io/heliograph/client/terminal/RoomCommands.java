package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.PresenceState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands about rooms and who is in them. */
final class RoomCommands {
    private RoomCommands() {}

    static void join(Console console, String text) {
        Target room = Target.room(text);
        String whyNot = room.whyNot();
        if (text.isEmpty()) {
            console.complain("which room? /join ROOM");
        } else if (whyNot != null) {
            console.complain(whyNot);
        } else {
            CommandTable.submit(console, new ClientCommand.Join(room));
            console.view().switchTo(room);
        }
    }

    static void leave(Console console, String text) {
        Target room = text.isEmpty() ? console.view().current() : Target.room(text);
        if (!room.isRoom()) {
            console.complain("you are talking to " + room + ", which is no room: /leave ROOM");
        } else if (!console.view().isIn(room)) {
            console.complain("you are not in " + SafeText.line(room.address()) + ": /rooms lists where you are");
        } else {
            CommandTable.submit(console, new ClientCommand.Leave(room));
        }
    }

    static void rooms(Console console, String text) {
        List<Target> rooms = console.view().rooms();
        if (rooms.isEmpty()) {
            console.tell("you are in no room: /join ROOM");
        }
        for (int index = 0; index < rooms.size(); index++) {
            Target room = rooms.get(index);
            boolean here = room.key().equals(console.view().current().key());
            int count = console.view().membersOf(room).size();
            console.tell((index + 1) + " " + SafeText.line(room.address()) + " (" + count + ")" + (here ? " *" : ""));
        }
    }

    static void switchTo(Console console, String text) {
        Target target = chosen(console, text);
        if (target == null) {
            console.complain("switch to what? /switch ROOM, /switch @NAME, or a number from /rooms");
        } else if (target.isRoom() && !console.view().isIn(target)) {
            console.complain("you are not in " + SafeText.line(target.address()) + ": /join it first");
        } else {
            console.view().switchTo(target);
            console.tell("you talk to " + SafeText.line(console.view().current().address()) + " now");
        }
    }

    static void names(Console console, String text) {
        Target room = text.isEmpty() ? console.view().current() : Target.room(text);
        if (!console.view().isIn(room)) {
            console.complain("you are not in " + SafeText.line(room.address()) + ": /rooms lists where you are");
        } else {
            List<String> names = console.view().membersOf(room);
            console.tell(SafeText.line(room.address()) + " (" + names.size() + "): "
                    + SafeText.line(String.join(", ", names)));
        }
    }

    static void users(Console console, String text) {
        Map<String, PresenceState> people = console.view().people();
        if (people.isEmpty()) {
            console.tell("nobody is known to be here");
        }
        people.forEach(
                (name, state) -> console.tell(SafeText.line(name) + (state == PresenceState.AWAY ? " (away)" : "")));
    }

    private static @Nullable Target chosen(Console console, String text) {
        List<Target> rooms = console.view().rooms();
        if (text.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(text);
            return number >= 1 && number <= rooms.size() ? rooms.get(number - 1) : null;
        }
        if (text.isEmpty()) {
            return null;
        }
        Target target = text.startsWith("@") ? Target.user(text) : Target.room(text);
        return target.whyNot() == null ? target : null;
    }
}
