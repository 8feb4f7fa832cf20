package io.heliograph.client.swing.command;

import io.heliograph.client.core.Target;

/** Opens the next conversation with something new. */
final class NextUnreadCommand implements DeskCommand {
    @Override
    public String id() {
        return "next-unread";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target found = Neighbours.find(Neighbours.of(desk), desk.current(), 1, place -> place.unreadCount() > 0);
        if (found != null) {
            desk.open(found);
        }
    }
}
