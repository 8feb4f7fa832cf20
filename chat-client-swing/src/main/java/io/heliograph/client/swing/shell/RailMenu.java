package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.words.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JMenu;
import javax.swing.JPopupMenu;

/** A menu of commands in groups; what is not offered just now is left out. */
final class RailMenu {
    /** People and rooms, this account, the window. A colon begins a menu of its own, which ends with its group. */
    static final String EVERYTHING = "list create-room query search ignored mark"
            + "|transfers outbox"
            + "|status devices :keys fingerprint passwd identity passphrase"
            + "|:servers server next-server close-server reconnect disconnect"
            + "|admin lock"
            + "|:view theme accent zoom-in zoom-out zoom-reset details"
            + "|settings shortcuts about quit";

    static final String OWN = "back away dnd invisible|status devices";

    private final Words words;
    private final Map<String, Action> actions = new HashMap<>();
    private final String groups;

    /** {@code actions} finds a command by its id. */
    RailMenu(Words words, Function<String, Action> actions, String groups) {
        this.words = words;
        for (String id : groups.split("[ |]", -1)) {
            if (!id.startsWith(":")) {
                this.actions.put(id, actions.apply(id));
            }
        }
        this.groups = groups;
    }

    JPopupMenu popup() {
        JPopupMenu menu = new JPopupMenu();
        boolean inner = false;
        for (String group : groups.split("\\|", -1)) {
            boolean deeper = group.startsWith(":");
            if (menu.getComponentCount() > 0 && !(deeper && inner)) {
                menu.addSeparator();
            }
            inner = deeper || group.contains(":");
            fill(menu, List.of(group.split(" ", -1)));
        }
        return menu;
    }

    private void fill(JPopupMenu menu, List<String> ids) {
        JComponent into = menu;
        for (String id : ids) {
            if (id.startsWith(":")) {
                JMenu deeper = new JMenu(words.get("rail." + id.substring(1)));
                menu.add(deeper);
                into = deeper;
            } else if (actions.get(id) instanceof CommandAction action && action.isOffered()) {
                add(into, action);
            }
        }
    }

    private static void add(JComponent into, Action action) {
        if (into instanceof JMenu menu) {
            menu.add(action);
        } else if (into instanceof JPopupMenu menu) {
            menu.add(action);
        }
    }
}
