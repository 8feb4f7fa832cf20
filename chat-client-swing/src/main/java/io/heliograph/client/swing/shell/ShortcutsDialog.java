package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.words.Words;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/** All commands with their keys and slash words. */
final class ShortcutsDialog {
    private ShortcutsDialog() {}

    static void show(Window owner, CommandRegistry commands, Words words) {
        JDialog dialog = new JDialog(owner, words.get("command.shortcuts"), JDialog.ModalityType.MODELESS);
        dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        JPanel panel = new JPanel(new MigLayout("insets 20, wrap 3, gap 24 8", "[grow][][]"));
        for (DeskCommand command : commands.all()) {
            String usage = words.orElse("command." + command.id() + ".usage", "");
            panel.add(Controls.label(words.get("command." + command.id()), ""));
            panel.add(Controls.label("/" + command.id() + (usage.isEmpty() ? "" : " " + usage), "small"));
            panel.add(Controls.label(keys(command, words), "strong"));
        }
        JScrollPane scroll = new JScrollPane(panel);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(16);
        Controls.named(scroll, words.get("command.shortcuts"));
        dialog.setContentPane(scroll);
        dialog.getRootPane()
                .getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                .put(KeyStroke.getKeyStroke("ESCAPE"), "close");
        dialog.getRootPane().getActionMap().put("close", new Deed("", dialog::dispose));
        dialog.pack();
        dialog.setSize(dialog.getWidth() + 20, Math.min(dialog.getHeight(), owner.getHeight() - 60));
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
    }

    private static String keys(DeskCommand command, Words words) {
        List<KeyStroke> keys = CommandAction.keysOf(command, words);
        return keys.stream().map(ShortcutsDialog::keyText).collect(Collectors.joining(", "));
    }

    private static String keyText(KeyStroke key) {
        String modifiers = InputEvent.getModifiersExText(key.getModifiers());
        String name = KeyEvent.getKeyText(key.getKeyCode());
        return modifiers.isEmpty() ? name : modifiers + "+" + name;
    }
}
