package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.text.SafeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands about conversations: entering, leaving, finding, switching. */
final class RoomCommands {
    private static final String PASSWORD_WORD = "pw";

    private RoomCommands() {}

    static void join(Console console, String text) {
        Target room = Target.room(Words.first(text));
        String whyNot = room.whyNot();
        if (text.isEmpty()) {
            console.complain("which room? /join ROOM [PASSWORD]");
        } else if (whyNot != null) {
            console.complain(whyNot);
        } else {
            String password = Words.rest(text);
            if (password.equals(PASSWORD_WORD)) {
                String asked = console.askSecret("password of " + SafeText.line(room.address()) + ": ");
                password = asked == null ? "" : asked;
            }
            CommandTable.submit(console, new ClientCommand.Join(room, password));
            console.view().switchTo(room);
        }
    }

    static void leave(Console console, String text) {
        Target room = text.isEmpty() ? console.view().current() : Target.room(text);
        if (!room.isRoom()) {
            console.complain("you are talking to " + room + ", which is no room: /leave ROOM, or /close");
        } else if (!console.view().isIn(room)) {
            console.complain("you are not in " + SafeText.line(room.address()) + ": /rooms lists where you are");
        } else {
            CommandTable.submit(console, new ClientCommand.Leave(room));
        }
    }

    static void close(Console console, String text) {
        Target where = text.isEmpty() ? console.view().current() : chosen(console, text);
        if (where == null || !console.view().isIn(where)) {
            console.complain("close what? /close, /close ROOM or /close @NAME; /rooms lists them");
        } else {
            console.view().close(where);
            console.tell(SafeText.line(where.address()) + " comes back when something is said there");
        }
    }

    static void rooms(Console console, String text) {
        List<Target> places = console.view().conversations();
        if (places.isEmpty()) {
            console.tell("you are in no room: /join ROOM");
        }
        for (int index = 0; index < places.size(); index++) {
            Target where = places.get(index);
            boolean here = where.key().equals(console.view().current().key());
            ClientEvent.UnreadChanged unread = console.view().unreadOf(where);
            String count = unread.unreadCount() == 0 ? "" : " " + unread.unreadCount() + " new";
            String mentions = unread.mentionCount() == 0 ? "" : ", " + unread.mentionCount() + " for you";
            String muted = console.choices().isMuted(where) ? " (muted)" : "";
            console.tell(
                    (index + 1) + " " + SafeText.line(where.address()) + count + mentions + muted + (here ? " *" : ""));
        }
    }

    static void unread(Console console, String text) {
        boolean any = false;
        for (Target where : console.view().conversations()) {
            long count = console.view().unreadOf(where).unreadCount();
            if (count > 0) {
                any = true;
                console.tell(SafeText.line(where.address()) + " " + count + " new");
            }
        }
        if (!any) {
            console.tell("you have read everything");
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
        Target where = text.isEmpty() ? console.view().current() : chosen(console, text);
        if (where == null || !console.view().isIn(where)) {
            String named = where == null ? text : where.address();
            console.complain("you are not in " + SafeText.line(named) + ": /rooms lists where you are");
        } else {
            CommandTable.submit(console, new ClientCommand.AskMembers(where));
        }
    }

    static void list(Console console, String text) {
        CommandTable.submit(console, new ClientCommand.AskRooms(text));
    }

    static void mark(Console console, String text) {
        for (Target where : console.view().conversations()) {
            if (console.view().unreadOf(where).unreadCount() > 0) {
                CommandTable.submit(
                        console,
                        new ClientCommand.MarkRead(where, console.view().lastSeq(where)));
            }
        }
        console.tell("everything counts as read");
    }

    /** A number of {@code /rooms}, a room or a person; null if it is none of them. */
    static @Nullable Target chosen(Console console, String text) {
        List<Target> places = console.view().conversations();
        int number = Words.number(text);
        if (number >= 0) {
            return number >= 1 && number <= places.size() ? places.get(number - 1) : null;
        }
        if (text.isEmpty()) {
            return null;
        }
        Target target = text.startsWith("@") ? Target.user(text) : Target.room(text);
        return target.whyNot() == null ? target : null;
    }
}
