package io.heliograph.client.swing.command;

import io.heliograph.client.core.Target;

/** Opens the conversation before with something new. */
final class PreviousUnreadCommand implements DeskCommand {
    @Override
    public String id() {
        return "previous-unread";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target found = Neighbours.find(Neighbours.of(desk), desk.current(), -1, place -> place.unreadCount() > 0);
        if (found != null) {
            desk.open(found);
        }
    }
}
