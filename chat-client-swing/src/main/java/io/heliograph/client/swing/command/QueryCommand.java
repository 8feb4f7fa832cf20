package io.heliograph.client.swing.command;

import io.heliograph.client.core.Target;

/** Opens a conversation with one person; asks with whom without an argument. */
final class QueryCommand implements DeskCommand {
    @Override
    public String id() {
        return "query";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target person = argument.isEmpty() ? null : Target.user(argument);
        if (person == null) {
            desk.shell().askPerson();
        } else if (person.whyNot() != null) {
            desk.complain(String.valueOf(person.whyNot()));
        } else {
            desk.open(person);
        }
    }
}
