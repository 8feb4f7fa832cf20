package io.heliograph.client.swing.prefs;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.theme.Accent;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import io.heliograph.client.swing.words.Words;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.ButtonGroup;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JToggleButton;

/** The accent colours as dots in a row. */
final class AccentPicker {
    private static final int DOT = 26;

    private final Choice<Accent> choice;
    private final Map<Accent, JToggleButton> buttons = new EnumMap<>(Accent.class);
    private final JPanel panel = new JPanel(new GridLayout(1, 0, UIScale.scale(6), 0));

    AccentPicker(Words words, Choice<Accent> choice) {
        this.choice = choice;
        panel.setOpaque(false);
        ButtonGroup group = new ButtonGroup();
        for (Accent accent : Accent.values()) {
            JToggleButton button = new JToggleButton(new Dot(accent));
            button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
            Controls.style(button, "rail");
            button.setName("prefs.accent." + accent.word());
            button.setToolTipText(words.get("prefs.accent." + accent.word()));
            Controls.named(button, words.get("prefs.accent." + accent.word()));
            button.addActionListener(event -> choice.set(accent));
            group.add(button);
            buttons.put(accent, button);
            panel.add(button);
        }
    }

    JComponent component() {
        return panel;
    }

    void follow() {
        buttons.forEach((accent, button) -> button.setSelected(accent == choice.get()));
    }

    private record Dot(Accent accent) implements Icon {
        @Override
        public void paintIcon(Component on, Graphics graphics, int x, int y) {
            Graphics2D g = (Graphics2D) graphics.create();
            Painting.smooth(g);
            g.setColor(Tokens.accent(accent));
            g.fillOval(x, y, getIconWidth(), getIconHeight());
            if (on instanceof JToggleButton button && button.isSelected()) {
                int inset = UIScale.scale(8);
                g.setColor(Tokens.colour("onAccent"));
                g.fillOval(x + inset, y + inset, getIconWidth() - 2 * inset, getIconHeight() - 2 * inset);
            }
            g.dispose();
        }

        @Override
        public int getIconWidth() {
            return UIScale.scale(DOT);
        }

        @Override
        public int getIconHeight() {
            return UIScale.scale(DOT);
        }
    }
}
