package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.model.Place;

/** Takes the last own message away from everybody. */
final class DeleteCommand implements DeskCommand {
    @Override
    public String id() {
        return "delete";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target here = desk.current();
        Place place = here == null ? null : desk.model().find(here);
        ShownEntry last = place == null ? null : place.lastOwn();
        if (here == null || last == null) {
            desk.complain(desk.words().get("edit.none"));
        } else {
            desk.post(id -> new ClientCommand.Delete(id, here, last.seq()));
        }
    }
}
