package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;

/** Enters or makes a room; asks which without an argument. */
final class JoinCommand implements DeskCommand {
    @Override
    public String id() {
        return "join";
    }

    @Override
    public void run(Desk desk, String argument) {
        if (argument.isEmpty()) {
            desk.shell().askRoom();
            return;
        }
        String[] parts = argument.split("\\s+", 2);
        Target room = Target.room(parts[0]);
        String whyNot = room.whyNot();
        if (whyNot != null) {
            desk.complain(whyNot);
        } else {
            desk.submit(new ClientCommand.Join(room, parts.length > 1 ? parts[1] : ""));
            desk.open(room);
        }
    }
}
