package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.keys.KeyMap;
import io.heliograph.client.swing.words.Words;
import java.awt.event.ActionEvent;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** A command as menus, buttons and keys take it. */
final class CommandAction extends AbstractAction {
    private static final long serialVersionUID = 1L;

    private final transient DeskCommand command;
    private final transient Supplier<@Nullable Desk> desk;

    CommandAction(DeskCommand command, Words words, KeyMap keys, Supplier<@Nullable Desk> desk) {
        super(words.get("command." + command.id()));
        this.command = command;
        this.desk = desk;
        keys.onChange(() -> showKey(keys));
        showKey(keys);
    }

    private void showKey(KeyMap keys) {
        List<KeyStroke> now = keys.of(command);
        putValue(Action.ACCELERATOR_KEY, now.isEmpty() ? null : now.get(0));
    }

    /** Whether a menu shows it now. */
    boolean isOffered() {
        Desk open = desk.get();
        return open != null && command.isOffered(open);
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        Desk open = desk.get();
        if (open != null) {
            command.run(open, "");
        }
    }
}
