package io.heliograph.client.swing.dialog;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import javax.swing.JButton;

/** The buttons of dialogs; the name is for tests. */
public final class Buttons {
    private Buttons() {}

    /** What one mostly came for. */
    public static JButton primary(String name, String text, Runnable deed) {
        return button(name, text, deed, "primary");
    }

    public static JButton plain(String name, String text, Runnable deed) {
        return button(name, text, deed, "plain");
    }

    /** What cannot be taken back. */
    public static JButton danger(String name, String text, Runnable deed) {
        return button(name, text, deed, "destructive");
    }

    private static JButton button(String name, String text, Runnable deed, String style) {
        JButton button = Controls.style(new JButton(new Deed(text, deed)), style);
        button.setName(name);
        return Controls.named(button, text);
    }
}
