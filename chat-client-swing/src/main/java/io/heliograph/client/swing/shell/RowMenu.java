package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;

/** The menu of a row: groups with lines between them. */
final class RowMenu {
    private RowMenu() {}

    static JPopupMenu of(List<List<RowChoices.Choice>> groups, Words words, Consumer<RowChoices.Choice> chosen) {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("row.menu");
        for (List<RowChoices.Choice> group : groups) {
            if (menu.getComponentCount() > 0) {
                menu.addSeparator();
            }
            ButtonGroup one = new ButtonGroup();
            for (RowChoices.Choice choice : group) {
                Deed deed = new Deed(words.get(choice.key()), () -> chosen.accept(choice));
                Boolean holds = choice.chosen();
                JMenuItem item = holds == null ? new JMenuItem(deed) : new JRadioButtonMenuItem(deed);
                item.setName(choice.command());
                if (holds != null) {
                    one.add(item);
                    item.setSelected(holds);
                }
                menu.add(item);
            }
        }
        return menu;
    }
}
