package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.model.Place;

/** Puts an emoji to the newest message here. */
final class ReactCommand implements DeskCommand {
    @Override
    public String id() {
        return "react";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target here = desk.current();
        Place place = here == null ? null : desk.model().find(here);
        ShownEntry last = place == null ? null : place.lastMessage();
        if (here == null || last == null || argument.isEmpty()) {
            desk.complain(desk.words().get("react.usage"));
        } else {
            desk.post(id -> new ClientCommand.React(id, here, last.seq(), argument, true));
        }
    }
}
