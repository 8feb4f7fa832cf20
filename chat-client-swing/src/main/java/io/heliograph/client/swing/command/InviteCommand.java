package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.Moderation;

/** Lets somebody into the open room. */
final class InviteCommand implements DeskCommand {
    @Override
    public String id() {
        return "invite";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target room = desk.current();
        if (room == null || !room.isRoom() || argument.isEmpty()) {
            desk.complain(desk.words().get("moderate.usage", id()));
        } else {
            String name = Target.user(argument).name();
            desk.submit(new ClientCommand.Moderate(room, name, Moderation.INVITE, null, 0, ""));
        }
    }
}
