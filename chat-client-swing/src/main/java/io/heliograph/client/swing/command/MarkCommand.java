package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.model.Place;

/** Counts everything as read, or one conversation. */
final class MarkCommand implements DeskCommand {
    @Override
    public String id() {
        return "mark";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target wanted = argument.isEmpty() ? null : Target.parse(argument);
        if (wanted == null && !argument.isEmpty()) {
            desk.complain(desk.words().get("mark.usage"));
            return;
        }
        for (Place place : desk.model().places()) {
            boolean meant = wanted == null || place.where().key().equals(wanted.key());
            if (meant && place.unreadCount() > 0) {
                desk.submit(new ClientCommand.MarkRead(place.where(), place.lastSeq()));
            }
        }
    }
}
