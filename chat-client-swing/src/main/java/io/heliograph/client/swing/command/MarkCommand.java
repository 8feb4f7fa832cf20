package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.swing.model.Place;

/** Counts everything as read. */
final class MarkCommand implements DeskCommand {
    @Override
    public String id() {
        return "mark";
    }

    @Override
    public void run(Desk desk, String argument) {
        for (Place place : desk.model().places()) {
            if (place.unreadCount() > 0) {
                desk.submit(new ClientCommand.MarkRead(place.where(), place.lastSeq()));
            }
        }
    }
}
