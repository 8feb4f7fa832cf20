package io.heliograph.client.swing.command;

import io.heliograph.client.core.Target;
import java.io.IOException;

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
        try {
            desk.choices().mute(where, silent);
            desk.tell(desk.words().get(silent ? "mute.on" : "mute.off", where.address()));
        } catch (IOException e) {
            desk.complain(desk.words().get("profile.unwritable"));
        }
        desk.choicesChanged();
    }
}
