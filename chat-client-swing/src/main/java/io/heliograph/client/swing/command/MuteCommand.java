package io.heliograph.client.swing.command;

import io.heliograph.client.core.Target;

/** Silences a conversation, or lets it be heard again. */
final class MuteCommand implements DeskCommand {
    @Override
    public String id() {
        return "mute";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target where = argument.isEmpty() ? desk.current() : Target.parse(argument);
        if (where == null) {
            desk.complain(desk.words().get("mute.usage"));
            return;
        }
        boolean silent = !desk.choices().isMuted(where);
        String said = desk.words().get(silent ? "mute.on" : "mute.off", where.address());
        desk.choose(choices -> choices.mute(where, silent), () -> desk.tell(said));
    }
}
