package io.heliograph.client.swing.control;

import java.awt.Component;
import javax.swing.JPasswordField;
import javax.swing.UIManager;

/** A field for a secret, whose button that shows it has a name for screen readers. */
public final class SecretField extends JPasswordField {
    /** The default under which the name of the button stands. */
    public static final String REVEAL = "Heliograph.reveal";

    private static final long serialVersionUID = 1L;
    private static final String BUTTON = "PasswordField.revealButton";

    /** {@code columns} may be 0. */
    public SecretField(int columns) {
        super(columns);
    }

    /** The look makes another button each time. */
    @Override
    protected void addImpl(Component child, Object constraints, int index) {
        super.addImpl(child, constraints, index);
        if (BUTTON.equals(child.getName())) {
            child.getAccessibleContext().setAccessibleName(UIManager.getString(REVEAL));
        }
    }
}
