package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.model.Place;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be done with a message, and with which one where none is named. Knows no component; pure questions. */
final class MessageChoices {
    static final List<String> ALL =
            List.of("react", "reply", "edit", "copy", "forward", "pin", "unpin", "info", "delete");

    private MessageChoices() {}

    /** The ids of the commands that fit to {@code entry}, in the order of a menu; empty for what is no message. */
    static List<String> of(ShownEntry entry, Desk desk) {
        List<String> ids = new ArrayList<>();
        if (!entry.isMessage() || entry.deleted()) {
            return ids;
        }
        boolean stored = entry.seq() > 0;
        if (stored) {
            ids.add("react");
            ids.add("reply");
        }
        if (mayEdit(entry)) {
            ids.add("edit");
        }
        if (isSaid(entry)) {
            ids.add("copy");
        }
        if (Forwards.fits(entry)) {
            ids.add("forward");
        }
        if (stored && mayPin(desk)) {
            ids.add(isPinned(entry, desk) ? "unpin" : "pin");
        }
        ids.add("info");
        if (mayDelete(entry, desk)) {
            ids.add("delete");
        }
        return ids;
    }

    static boolean mayEdit(ShownEntry entry) {
        return entry.own() && entry.seq() > 0 && !entry.deleted() && entry.file() == null && entry.text() != null;
    }

    /** One's own; in rooms moderators may delete what others said (protocol.md 8.2). */
    static boolean mayDelete(ShownEntry entry, Desk desk) {
        return entry.isMessage() && entry.seq() > 0 && !entry.deleted() && (entry.own() || isModerator(desk));
    }

    static boolean isPinned(ShownEntry entry, Desk desk) {
        ConversationState state = stateOf(desk);
        return state != null && state.pins().contains(entry.seq());
    }

    /** The message that is selected, else the newest; null if there is none. */
    static @Nullable ShownEntry meant(Desk desk) {
        ShownEntry selected = desk.selected();
        Place place = here(desk);
        return selected != null || place == null ? selected : place.lastMessage();
    }

    /** The message that is selected, else the newest own one; null if there is none. */
    static @Nullable ShownEntry ownMeant(Desk desk) {
        ShownEntry selected = desk.selected();
        Place place = here(desk);
        return selected != null || place == null ? selected : place.lastOwn();
    }

    /** Whether this user has put {@code emoji} to a message. */
    static boolean hasReacted(ShownEntry entry, String emoji, Desk desk) {
        return entry.reactions().stream()
                .anyMatch(reaction -> reaction.emoji().equals(emoji)
                        && reaction.names().contains(desk.model().user()));
    }

    private static boolean isSaid(ShownEntry entry) {
        return entry.text() != null && !entry.text().isEmpty();
    }

    private static boolean mayPin(Desk desk) {
        Target here = desk.current();
        return here != null && (!here.isRoom() || isModerator(desk));
    }

    private static boolean isModerator(Desk desk) {
        Target here = desk.current();
        ConversationState state = stateOf(desk);
        return here != null
                && here.isRoom()
                && state != null
                && (state.role() == Role.MODERATOR || state.role() == Role.OWNER);
    }

    private static @Nullable ConversationState stateOf(Desk desk) {
        Place place = here(desk);
        return place == null ? null : place.state();
    }

    private static @Nullable Place here(Desk desk) {
        Target here = desk.current();
        return here == null ? null : desk.model().find(here);
    }
}
