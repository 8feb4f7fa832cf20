package io.heliograph.client.swing;

import io.heliograph.client.launch.DesktopLaunch;
import io.heliograph.client.swing.control.SecretField;
import io.heliograph.client.swing.theme.Appearance;
import io.heliograph.client.swing.theme.SystemLook;
import io.heliograph.client.swing.theme.ThemeName;
import io.heliograph.client.swing.theme.Themes;
import io.heliograph.client.swing.words.Words;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.UIManager;

/**
 * How the toolkit and everything in it looks and moves before there is a window.
 *
 * @param calm motion is to be reduced
 */
record FirstLook(Themes themes, boolean calm) {
    /** By what the command line says, else by what was chosen before. On the event thread. */
    static FirstLook install(DesktopLaunch start, SettingsKeeper settings, Words words, Executor events) {
        Appearance remembered = settings.get().appearance();
        Appearance look = remembered.withTheme(ThemeName.of(start.theme(), remembered.theme()));
        boolean calm = Boolean.TRUE.equals(Toolkit.getDefaultToolkit().getDesktopProperty("win.ui.reducedMotion"))
                || start.environment().containsKey("HELIOGRAPH_REDUCED_MOTION")
                || settings.get().kept("motion.calm").equals("yes");
        Themes themes = new Themes(() -> SystemLook.isDark(start.environment()), calm, events);
        themes.install(look);
        UIManager.put(SecretField.REVEAL, words.get("field.reveal"));
        // Title bars in the colours of the look, where the platform lets a program draw them.
        JFrame.setDefaultLookAndFeelDecorated(true);
        JDialog.setDefaultLookAndFeelDecorated(true);
        settings.change(before -> before.withAppearance(look));
        return new FirstLook(themes, calm);
    }

    /** What the toolkit reads once, at its start; an explicit value of the user's goes first. */
    static void prepareToolkit() {
        setIfAbsent("flatlaf.uiScale", "1"); // the system scales; lengths are those of the design everywhere else
        setIfAbsent("flatlaf.useNativeLibrary", "false"); // needs libraries that a plain desktop may not have
        setIfAbsent("awt.useSystemAAFontSettings", "on");
        setIfAbsent("swing.aatext", "true");
    }

    /** Tab goes on; with Ctrl it is the next conversation, as in a browser. */
    static void freeControlTab() {
        KeyboardFocusManager manager = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        manager.setDefaultFocusTraversalKeys(
                KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, Set.of(KeyStroke.getKeyStroke("TAB")));
        manager.setDefaultFocusTraversalKeys(
                KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, Set.of(KeyStroke.getKeyStroke("shift TAB")));
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
