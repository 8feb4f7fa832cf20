package io.heliograph.client.swing.shell;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** The servers that are open, one under the other; a dot says that something is to be read. */
final class ServersPanel {
    private final Words words;
    private final JPanel panel = new JPanel(new MigLayout("insets 0, wrap, gap 4, hidemode 3", "[44!,center]"));
    private List<ServerBadge> shown = List.of();

    ServersPanel(Words words) {
        this.words = words;
        panel.setOpaque(false);
        panel.setVisible(false);
    }

    JComponent component() {
        return panel;
    }

    /** Nothing is shown for an empty list. */
    void show(List<ServerBadge> badges) {
        if (isSame(badges)) {
            return;
        }
        shown = List.copyOf(badges);
        panel.removeAll();
        ButtonGroup group = new ButtonGroup();
        for (ServerBadge badge : badges) {
            JToggleButton button = button(badge);
            group.add(button);
            panel.add(button, "w 44!, h 44!");
        }
        panel.add(new JSeparator(), "w 28!, gaptop 4, gapbottom 2");
        panel.setVisible(!badges.isEmpty());
        panel.revalidate();
        panel.repaint();
    }

    private boolean isSame(List<ServerBadge> badges) {
        if (badges.size() != shown.size()) {
            return false;
        }
        for (int index = 0; index < badges.size(); index++) {
            if (!badges.get(index).looksLike(shown.get(index))) {
                return false;
            }
        }
        return true;
    }

    private JToggleButton button(ServerBadge badge) {
        String dot = badge.unreadCount() > 0 ? "accent" : null;
        JToggleButton button = new JToggleButton(new AvatarIcon(badge.name(), 32, dot, "rail"));
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        Controls.style(button, "rail");
        String text = words.get("server.badge", badge.name(), badge.user(), badge.unreadCount(), badge.address());
        button.setToolTipText(text);
        button.setName("server." + badge.name());
        button.setSelected(badge.shown());
        button.addActionListener(event -> badge.open().run());
        return Controls.named(button, text);
    }
}
