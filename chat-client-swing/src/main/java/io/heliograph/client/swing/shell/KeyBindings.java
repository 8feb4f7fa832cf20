package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.keys.KeyMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.swing.Action;
import javax.swing.InputMap;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Binds the keys of commands to a window, and binds them anew when the user chooses others. Event thread only. */
final class KeyBindings {
    /** Bound to nothing: the window is asked then. */
    private static final String NOTHING = "none";

    private final JComponent root;
    private final JComponent field;
    private final List<DeskCommand> commands;
    private final KeyMap keys;
    private final List<KeyStroke> yielded = new ArrayList<>();

    private KeyBindings(JComponent root, JComponent field, List<DeskCommand> commands, KeyMap keys) {
        this.root = root;
        this.field = field;
        this.commands = commands;
        this.keys = keys;
    }

    /** What the toolkit has texts do with a key yields to commands where {@code field} is written in. */
    static void bind(
            JComponent root,
            JComponent field,
            List<DeskCommand> commands,
            KeyMap keys,
            Function<DeskCommand, Action> actions) {
        KeyBindings bindings = new KeyBindings(root, field, commands, keys);
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
        yieldKeys();
    }

    /** Not those that the field itself has bound. */
    private void yieldKeys() {
        InputMap map = field.getInputMap();
        yielded.forEach(map::remove);
        yielded.clear();
        KeyStroke[] own = map.keys();
        Set<KeyStroke> kept = own == null ? Set.of() : Set.of(own);
        for (DeskCommand command : commands) {
            for (KeyStroke key : keys.of(command)) {
                if (!kept.contains(key) && !yielded.contains(key)) {
                    map.put(key, NOTHING);
                    yielded.add(key);
                }
            }
        }
    }

    private static String nameOf(DeskCommand command) {
        return "command." + command.id();
    }
}
