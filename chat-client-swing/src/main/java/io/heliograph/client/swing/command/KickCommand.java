package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.Moderation;

/** Removes somebody from the open room. */
final class KickCommand implements DeskCommand {
    @Override
    public String id() {
        return "kick";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target room = desk.current();
        if (room == null || !room.isRoom() || argument.isEmpty()) {
            desk.complain(desk.words().get("moderate.usage", id()));
        } else {
            String[] parts = argument.split("\\s+", 2);
            String reason = parts.length > 1 ? parts[1] : "";
            String name = Target.user(parts[0]).name();
            desk.submit(new ClientCommand.Moderate(room, name, Moderation.KICK, null, 0, reason));
        }
    }
}
