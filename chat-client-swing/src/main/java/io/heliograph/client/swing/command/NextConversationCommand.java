package io.heliograph.client.swing.command;

import io.heliograph.client.core.Target;

/** Opens the conversation below. */
final class NextConversationCommand implements DeskCommand {
    @Override
    public String id() {
        return "next";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target found = Neighbours.find(Neighbours.of(desk), desk.current(), 1, place -> true);
        if (found != null) {
            desk.open(found);
        }
    }
}
