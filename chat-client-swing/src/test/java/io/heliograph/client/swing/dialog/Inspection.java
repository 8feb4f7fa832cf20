package io.heliograph.client.swing.dialog;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.List;
import java.util.Set;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractButton;
import javax.swing.CellRendererPane;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;

/** Goes through all that is laid out: nothing is cut, nothing lies outside, everything has a name. */
final class Inspection {
    /** Where an ellipsis is meant: names, topics and details that others choose, each with the whole elsewhere. */
    private static final Set<String> MAY_END_IN_AN_ELLIPSIS =
            Set.of("row", "name", "small", "strong", "chip", "key", "status");

    private static final int RING = 6;
    private static final Set<AccessibleRole> SPOKEN = Set.of(
            AccessibleRole.PUSH_BUTTON,
            AccessibleRole.TOGGLE_BUTTON,
            AccessibleRole.CHECK_BOX,
            AccessibleRole.RADIO_BUTTON,
            AccessibleRole.COMBO_BOX,
            AccessibleRole.TEXT,
            AccessibleRole.PASSWORD_TEXT,
            AccessibleRole.PROGRESS_BAR,
            AccessibleRole.LIST,
            AccessibleRole.TABLE);

    private Inspection() {}

    static void of(Component component, List<String> wrong) {
        if (!component.isVisible() || isOfTheToolkit(component)) {
            return;
        }
        look(component, wrong);
        if (component instanceof Container container) {
            for (Component child : container.getComponents()) {
                of(child, wrong);
            }
        }
    }

    /** Arrows of scroll bars and the like speak for the part they belong to. */
    private static boolean isOfTheToolkit(Component component) {
        return component instanceof CellRendererPane
                || component.getClass().getName().matches(".*(plaf|flatlaf).*");
    }

    private static void look(Component component, List<String> wrong) {
        if (component instanceof JComponent shown && isCut(shown)) {
            wrong.add("cut: " + textOf(shown) + ", " + shown.getWidth() + " of " + shown.getPreferredSize().width);
        }
        if (component instanceof JTextField field && isHintCut(field)) {
            wrong.add("cut: " + field.getClientProperty(FlatClientProperties.PLACEHOLDER_TEXT));
        }
        if (isOutside(component)) {
            wrong.add("outside: " + describe(component) + " at " + component.getBounds());
        }
        if (component instanceof Accessible accessible && isNameless(component, accessible.getAccessibleContext())) {
            wrong.add("no name: " + describe(component));
        }
    }

    private static boolean isCut(JComponent component) {
        if (component.getWidth() == 0) {
            return false;
        }
        Object style = component.getClientProperty(FlatClientProperties.STYLE_CLASS);
        if (component instanceof JTextArea area) {
            boolean scrolls = SwingUtilities.getAncestorOfClass(JViewport.class, area) != null;
            return !scrolls && area.getPreferredSize().height > area.getHeight() + 1;
        }
        boolean hasText =
                component instanceof JLabel || component instanceof AbstractButton || component instanceof JComboBox<?>;
        return hasText
                && component.getPreferredSize().width > component.getWidth() + 1
                && !MAY_END_IN_AN_ELLIPSIS.contains(String.valueOf(style));
    }

    /** What stands in an empty field has to fit too. */
    private static boolean isHintCut(JTextField field) {
        Object hint = field.getClientProperty(FlatClientProperties.PLACEHOLDER_TEXT);
        if (hint == null || field.getWidth() == 0) {
            return false;
        }
        int taken = field.getInsets().left + field.getInsets().right;
        int icon = field.getClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON) == null ? 0 : 20;
        return field.getFontMetrics(field.getFont()).stringWidth(hint.toString()) > field.getWidth() - taken - icon;
    }

    private static boolean isOutside(Component component) {
        Container parent = component.getParent();
        Rectangle bounds = component.getBounds();
        return parent != null
                && !bounds.isEmpty()
                && !(parent instanceof JViewport)
                && !allowed(parent).contains(bounds);
    }

    /** The ring of the focus may stand out a little. */
    private static Rectangle allowed(Container parent) {
        return new Rectangle(-RING, -RING, parent.getWidth() + 2 * RING, parent.getHeight() + 2 * RING);
    }

    private static boolean isNameless(Component component, AccessibleContext context) {
        String name = context.getAccessibleName();
        boolean reads = component instanceof JTextArea && !component.isFocusable(); // its text is what is read
        return !reads && SPOKEN.contains(context.getAccessibleRole()) && (name == null || name.isBlank());
    }

    private static String textOf(JComponent component) {
        if (component instanceof JLabel label) {
            return label.getText();
        }
        return component instanceof AbstractButton button ? button.getText() : describe(component);
    }

    private static String describe(Component component) {
        return component.getClass().getSimpleName() + " " + component.getName();
    }
}
