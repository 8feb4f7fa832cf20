package io.heliograph.client.swing.command;

import io.heliograph.client.core.Target;

/** Opens the conversation above. */
final class PreviousConversationCommand implements DeskCommand {
    @Override
    public String id() {
        return "previous";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target found = Neighbours.find(Neighbours.of(desk), desk.current(), -1, place -> true);
        if (found != null) {
            desk.open(found);
        }
    }
}
