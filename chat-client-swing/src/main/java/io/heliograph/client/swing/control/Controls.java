package io.heliograph.client.swing.control;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Color;
import javax.accessibility.AccessibleContext;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import javax.swing.text.DefaultCaret;

/** Makes controls that all look alike and have a name for screen readers. */
public final class Controls {
    private Controls() {}

    /** A round button with an icon alone; its words are the tooltip and the accessible name. */
    public static JButton icon(Action action, String icon, int size, String colour) {
        JButton button = new JButton(action);
        button.setText(null);
        button.setIcon(Icons.of(icon, size, colour));
        button.setToolTipText(String.valueOf(action.getValue(Action.NAME)));
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        style(button, "icon");
        named(button, String.valueOf(action.getValue(Action.NAME)));
        return button;
    }

    /** A label for text from others: never taken for HTML. */
    public static JLabel label(String text, String style) {
        JLabel label = new JLabel(text);
        label.putClientProperty("html.disable", true);
        if (!style.isEmpty()) {
            style(label, style);
        }
        return label;
    }

    /** Text of several lines that is read, not written; {@code colour} by its use. */
    public static JTextArea paragraph(String colour) {
        JTextArea text = new Paragraph(colour);
        text.setEditable(false);
        // A text that is only read never pulls a scroll pane to itself.
        DefaultCaret still = new DefaultCaret();
        still.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        text.setCaret(still);
        text.setFocusable(false);
        text.setOpaque(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setBorder(BorderFactory.createEmptyBorder());
        return text;
    }

    /** {@code style} names a class of the theme files. */
    public static <T extends JComponent> T style(T component, String style) {
        component.putClientProperty(FlatClientProperties.STYLE_CLASS, style);
        return component;
    }

    /** {@code name} is also what tests find it by. */
    public static <T extends JComponent> T named(T component, String name) {
        component.getAccessibleContext().setAccessibleName(name);
        return component;
    }

    /** Says that something goes on and not how far it has come; {@code name} for screen readers. */
    public static JProgressBar progress(String name) {
        JProgressBar progress = new JProgressBar();
        // It moves for as long as it is said to, seen or not: 60 wakings a second behind a window that rests.
        progress.addHierarchyListener(event -> progress.setIndeterminate(progress.isShowing()));
        return named(progress, name);
    }

    /** Text whose name, for screen readers, is what it says, unless it has another. */
    private static final class Paragraph extends JTextArea {
        private static final long serialVersionUID = 1L;

        private final String colour;

        Paragraph(String colour) {
            this.colour = colour;
        }

        @Override
        public Color getForeground() {
            return colour == null ? super.getForeground() : Tokens.colour(colour); // asked before there is one
        }

        @Override
        public AccessibleContext getAccessibleContext() {
            if (accessibleContext == null) {
                accessibleContext = new AccessibleParagraph();
            }
            return accessibleContext;
        }

        private final class AccessibleParagraph extends AccessibleJTextArea {
            private static final long serialVersionUID = 1L;

            @Override
            public String getAccessibleName() {
                String name = super.getAccessibleName();
                return name == null ? getText() : name;
            }
        }
    }
}
