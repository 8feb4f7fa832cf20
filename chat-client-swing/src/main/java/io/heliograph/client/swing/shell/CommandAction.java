package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.words.Words;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
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

    CommandAction(DeskCommand command, Words words, Supplier<@Nullable Desk> desk) {
        super(words.get("command." + command.id()));
        this.command = command;
        this.desk = desk;
        List<KeyStroke> keys = keysOf(command, words);
        if (!keys.isEmpty()) {
            putValue(Action.ACCELERATOR_KEY, keys.get(0));
        }
    }

    /** All keys of {@code command}; the first is the one that menus show. */
    static List<KeyStroke> keysOf(DeskCommand command, Words words) {
        List<KeyStroke> keys = new ArrayList<>();
        for (String key : words.orElse("command." + command.id() + ".key", "").split("[|]", -1)) {
            KeyStroke stroke = key.isBlank() ? null : KeyStroke.getKeyStroke(key.strip());
            if (stroke != null) {
                keys.add(stroke);
            }
        }
        return keys;
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        Desk open = desk.get();
        if (open != null) {
            command.run(open, "");
        }
    }
}
