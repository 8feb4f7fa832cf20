package io.heliograph.client.swing.command;

import io.heliograph.client.swing.theme.ThemeName;
import java.util.List;

/** Puts on a look: the named one, or the next. */
final class ThemeCommand implements DeskCommand {
    @Override
    public String id() {
        return "theme";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().changeAppearance(look -> {
            List<ThemeName> all = List.of(ThemeName.values());
            ThemeName next = all.get((all.indexOf(look.theme()) + 1) % all.size());
            return look.withTheme(argument.isEmpty() ? next : ThemeName.of(argument, look.theme()));
        });
    }
}
