package io.heliograph.client.swing.command;

import io.heliograph.client.core.Target;

/** Hears nothing of somebody any more, or hears again. */
final class IgnoreCommand implements DeskCommand {
    @Override
    public String id() {
        return "ignore";
    }

    @Override
    public void run(Desk desk, String argument) {
        if (argument.isEmpty()) {
            desk.complain(desk.words().get("ignore.usage"));
            return;
        }
        Target person = Target.user(argument);
        boolean ignore = !desk.choices().ignores(person.name());
        String said = desk.words().get(ignore ? "ignore.on" : "ignore.off", person.name());
        desk.choose(choices -> choices.ignore(person, ignore), () -> desk.tell(said));
    }
}
