package io.heliograph.client.swing.theme;

import java.awt.Toolkit;
import java.util.Locale;
import java.util.Map;

/** Whether the desktop environment is dark, as far as it says. */
public final class SystemLook {
    private SystemLook() {}

    /** False where nothing is known. Quick: reads what the toolkit has, starts nothing. */
    public static boolean isDark(Map<String, String> environment) {
        Object gtk = Toolkit.getDefaultToolkit().getDesktopProperty("gnome.Net/ThemeName");
        String named = gtk == null ? environment.getOrDefault("GTK_THEME", "") : String.valueOf(gtk);
        return named.toLowerCase(Locale.ROOT).contains("dark");
    }
}
