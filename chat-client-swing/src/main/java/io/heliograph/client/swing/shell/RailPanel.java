package io.heliograph.client.swing.shell;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.Action;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The narrow column at the edge: what the list shows, the look, everything else, and the user. */
final class RailPanel implements OwnView {
    private final Ground ground =
            new Ground(new MigLayout("insets 10 8 12 8, wrap, gap 6", "[44!,center]", ""), "rail", "");
    private final JToggleButton chats;
    private final ServersPanel servers;
    private final JButton own;
    private final Words words;

    RailPanel(Words words, Action theme, RailMenu menu, RailMenu presence) {
        this.words = words;
        chats = toggle("message-circle", words.get("side.chats"));
        JToggleButton people = toggle("users", words.get("side.people"));
        ButtonGroup group = new ButtonGroup();
        group.add(chats);
        group.add(people);
        chats.setSelected(true);
        servers = new ServersPanel(words);
        ground.add(servers.component(), "hidemode 3");
        ground.add(chats, "w 44!, h 44!");
        ground.add(people, "w 44!, h 44!");
        ground.add(Controls.icon(theme, "contrast", 19, "muted"), "w 40!, h 40!, gaptop push, pushy, aligny bottom");
        JButton settings = Controls.icon(new Deed(words.get("rail.menu"), () -> {}), "settings", 19, "muted");
        settings.setName("menu");
        settings.addActionListener(event -> popup(menu.popup(), settings));
        ground.add(settings, "w 40!, h 40!");
        own = Controls.icon(new Deed(words.get("rail.own"), () -> {}), "users", 19, "muted");
        own.setName("own");
        own.addActionListener(event -> popup(presence.popup(), own));
        ground.add(own, "w 44!, h 44!");
    }

    JComponent component() {
        return ground;
    }

    /** Where the focus goes in this region. */
    JComponent first() {
        return chats;
    }

    /** Those that are open, if there are several. */
    void showServers(List<ServerBadge> badges) {
        servers.show(badges);
    }

    /** True when the list is to show people. */
    void onMode(Consumer<Boolean> mode) {
        chats.addItemListener(event -> mode.accept(!chats.isSelected()));
    }

    @Override
    public void showOwn(String name, String state, @Nullable String dot) {
        AvatarIcon icon = new AvatarIcon(name, 34, dot, "rail");
        if (!icon.equals(own.getIcon())) {
            own.setIcon(icon);
            String text = words.get("rail.ownState", name, state);
            own.setToolTipText(text);
            Controls.named(own, text);
        }
    }

    private static JToggleButton toggle(String icon, String name) {
        JToggleButton button = new JToggleButton(Icons.of(icon, 20, "muted"));
        button.setSelectedIcon(Icons.of(icon, 20, "accent"));
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        button.setToolTipText(name);
        return Controls.named(Controls.style(button, "rail"), name);
    }

    /** Beside its button, towards the middle of the window. */
    private static void popup(JPopupMenu menu, JButton button) {
        menu.applyComponentOrientation(button.getComponentOrientation());
        boolean leftToRight = button.getComponentOrientation().isLeftToRight();
        menu.show(button, leftToRight ? button.getWidth() : -menu.getPreferredSize().width, 0);
    }
}
