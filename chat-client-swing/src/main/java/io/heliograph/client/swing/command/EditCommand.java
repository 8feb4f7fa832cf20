package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.model.Place;

/** Changes the own message that is selected, or the last one: to the argument, or in the composer. */
final class EditCommand implements DeskCommand {
    @Override
    public String id() {
        return "edit";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target here = desk.current();
        Place place = here == null ? null : desk.model().find(here);
        ShownEntry selected = desk.selected();
        ShownEntry last = selected != null || place == null ? selected : place.lastOwn();
        if (here == null || last == null || !last.own() || last.deleted() || last.file() != null) {
            desk.complain(desk.words().get("edit.none"));
        } else if (argument.isEmpty()) {
            desk.edit(last);
        } else {
            desk.post(id -> new ClientCommand.Edit(id, here, last.seq(), argument, last.replyToSeq()));
        }
    }
}
