package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.model.Place;

/** Takes a conversation off the list until something is said there; one stays in its room. */
final class CloseCommand implements DeskCommand {
    @Override
    public String id() {
        return "close";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target where = argument.isEmpty() ? desk.current() : Target.parse(argument);
        Place place = where == null ? null : desk.model().find(where);
        if (where == null || place == null) {
            desk.complain(desk.words().get("close.usage"));
            return;
        }
        if (place.unreadCount() > 0) {
            desk.submit(new ClientCommand.MarkRead(where, place.lastSeq())); // nobody sees any more that it is not
        }
        boolean here = desk.isCurrent(where);
        desk.choose(choices -> choices.close(where, true), () -> {
            if (here) {
                Target next = Neighbours.find(
                        Neighbours.of(desk), where, 1, other -> !desk.choices().isClosed(other.where()));
                desk.turnTo(next);
            }
            desk.tell(desk.words().get("close.done", where.address()));
        });
    }
}
