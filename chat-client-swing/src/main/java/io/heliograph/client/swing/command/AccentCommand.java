package io.heliograph.client.swing.command;

import io.heliograph.client.swing.theme.Accent;
import java.util.List;

/** Takes another colour for what is active: the named one, or the next. */
final class AccentCommand implements DeskCommand {
    @Override
    public String id() {
        return "accent";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().changeAppearance(look -> {
            List<Accent> all = List.of(Accent.values());
            Accent next = all.get((all.indexOf(look.accent()) + 1) % all.size());
            return look.withAccent(argument.isEmpty() ? next : Accent.of(argument, look.accent()));
        });
    }
}
