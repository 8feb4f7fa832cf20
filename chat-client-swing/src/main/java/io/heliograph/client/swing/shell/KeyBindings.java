package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.keys.KeyMap;
import java.util.List;
import java.util.function.Function;
import javax.swing.Action;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Binds the keys of commands to a window, and binds them anew when the user chooses others. Event thread only. */
final class KeyBindings {
    private final JComponent root;
    private final List<DeskCommand> commands;
    private final KeyMap keys;

    private KeyBindings(JComponent root, List<DeskCommand> commands, KeyMap keys) {
        this.root = root;
        this.commands = commands;
        this.keys = keys;
    }

    static void bind(JComponent root, List<DeskCommand> commands, KeyMap keys, Function<DeskCommand, Action> actions) {
        KeyBindings bindings = new KeyBindings(root, commands, keys);
        commands.forEach(command -> root.getActionMap().put(nameOf(command), actions.apply(command)));
        bindings.bindKeys();
        keys.onChange(bindings::bindKeys);
    }

    private void bindKeys() {
        InputMap map = root.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW);
        KeyStroke[] bound = map.keys();
        for (KeyStroke key : bound == null ? new KeyStroke[0] : bound) {
            if (commands.stream().anyMatch(command -> nameOf(command).equals(map.get(key)))) {
                map.remove(key);
            }
        }
        commands.forEach(command -> keys.of(command).forEach(key -> map.put(key, nameOf(command))));
    }

    private static String nameOf(DeskCommand command) {
        return "command." + command.id();
    }
}
