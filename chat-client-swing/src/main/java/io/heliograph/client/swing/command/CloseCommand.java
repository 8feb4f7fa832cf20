package io.heliograph.client.swing.command;

import io.heliograph.client.core.Target;

/** Takes a conversation off the list until something is said there; one stays in its room. */
final class CloseCommand implements DeskCommand {
    @Override
    public String id() {
        return "close";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target current = desk.current();
        Target where = argument.isEmpty() ? current : Target.parse(argument);
        if (where == null || desk.model().find(where) == null) {
            desk.complain(desk.words().get("close.usage"));
            return;
        }
        boolean here = current != null && current.key().equals(where.key());
        desk.choose(choices -> choices.close(where, true), () -> {
            if (here) {
                Target next = Neighbours.find(
                        Neighbours.of(desk), where, 1, place -> !desk.choices().isClosed(place.where()));
                desk.turnTo(next);
            }
            desk.tell(desk.words().get("close.done", where.address()));
        });
    }
}
