package io.heliograph.client.swing.shell;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.Until;
import io.heliograph.client.swing.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with a row of the list of conversations, or of people. Knows no component. */
final class RowChoices {
    /**
     * One line of the menu.
     *
     * @param key of its words
     * @param command what it runs, with {@code argument}
     * @param opens the conversation is opened first, as the command is about the one that is open
     * @param chosen whether it is the one of its group that holds; null for a line that is of no such group
     */
    record Choice(
            String key,
            String command,
            String argument,
            boolean opens,
            @Nullable Boolean chosen) {}

    private final DeskPresenter desk;

    RowChoices(DeskPresenter desk) {
        this.desk = desk;
    }

    /** In groups, none of which is empty. */
    List<List<Choice>> of(Target where) {
        List<List<Choice>> groups = new ArrayList<>();
        Place place = desk.model().find(where);
        boolean self = where.key().equals(Target.user(desk.model().user()).key());
        if (!where.isRoom()) {
            List<Choice> about =
                    new ArrayList<>(List.of(open("row.open", "compose"), plain("member.whois", "whois", where.name())));
            if (!self) {
                about.add(plain("member.verify", "verify", where.name()));
            }
            groups.add(about);
        }
        if (place != null && place.state() != null) {
            addConversation(groups, place, where);
        }
        if (where.isRoom()) {
            groups.add(List.of(plain("command.leave", "leave", where.address())));
        } else if (!self) {
            String hearing = desk.choices().ignores(where.name()) ? "person.unignore" : "person.ignore";
            groups.add(List.of(plain(hearing, "ignore", where.name())));
        }
        return groups;
    }

    /** What there is to hear of it, and to do with it. */
    private void addConversation(List<List<Choice>> groups, Place place, Target where) {
        boolean none = desk.choices().isMuted(where);
        boolean mentions = !none && desk.choices().isQuiet(where);
        groups.add(List.of(
                level("all", where, !none && !mentions),
                level("mentions", where, mentions),
                level("none", where, none)));
        if (!none) {
            groups.add(List.of(
                    plain("row.mute.hour", "mute", where.address() + " 1h"),
                    plain("row.mute.hours", "mute", where.address() + " 8h"),
                    plain("row.mute.tomorrow", "mute", where.address() + " " + Until.TOMORROW)));
        }
        List<Choice> rest = new ArrayList<>();
        if (place.unreadCount() > 0) {
            rest.add(plain("row.read", "mark", where.address()));
        }
        rest.add(open("command.pins", "pins"));
        rest.add(open("command.jumptodate", "jumptodate"));
        rest.add(open("command.export", "export"));
        if (where.isRoom()) {
            rest.add(open("command.invite", "invite"));
            rest.add(open("command.room", "room"));
        }
        rest.add(plain("command.close", "close", where.address()));
        groups.add(rest);
    }

    /** Does what was chosen about {@code where}. */
    void onChosen(Target where, Choice choice) {
        if (choice.opens()) {
            desk.open(where);
        }
        desk.run(choice.command(), choice.argument());
    }

    private static Choice plain(String key, String command, String argument) {
        return new Choice(key, command, argument, false, null);
    }

    private static Choice open(String key, String command) {
        return new Choice(key, command, "", true, null);
    }

    private static Choice level(String level, Target where, boolean chosen) {
        return new Choice("row.notify." + level, "notify", level + " " + where.address(), false, chosen);
    }
}
