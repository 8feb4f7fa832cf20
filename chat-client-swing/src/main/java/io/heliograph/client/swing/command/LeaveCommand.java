package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;

/** Ends the membership in the open room, or in the named one. */
final class LeaveCommand implements DeskCommand {
    @Override
    public String id() {
        return "leave";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target room = argument.isEmpty() ? desk.current() : Target.room(argument);
        if (room == null || !room.isRoom() || !desk.model().isIn(room)) {
            desk.complain(desk.words().get("leave.none"));
        } else {
            desk.submit(new ClientCommand.Leave(room));
        }
    }
}
