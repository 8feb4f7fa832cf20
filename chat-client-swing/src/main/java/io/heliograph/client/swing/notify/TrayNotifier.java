package io.heliograph.client.swing.notify;

import io.heliograph.client.swing.theme.AppIcon;
import java.awt.AWTException;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows notifications by the tray, where the platform draws them well. Event dispatch thread only. */
final class TrayNotifier implements Notifier {
    private @Nullable TrayIcon icon;
    private @Nullable Note last;

    @Override
    public boolean show(Note note, Consumer<Note> clicked) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        // Elsewhere the toolkit draws a balloon of its own, which fits into no desktop.
        boolean drawsWell = system.contains("windows") || system.contains("mac");
        if (!drawsWell || !SystemTray.isSupported()) {
            return false;
        }
        TrayIcon shown = icon == null ? add(clicked) : icon;
        if (shown == null) {
            return false;
        }
        last = note;
        shown.displayMessage(note.title(), note.body(), TrayIcon.MessageType.NONE);
        return true;
    }

    private @Nullable TrayIcon add(Consumer<Note> clicked) {
        TrayIcon made = new TrayIcon(AppIcon.image(32), "Heliograph");
        made.setImageAutoSize(true);
        made.addActionListener(event -> {
            if (last != null) {
                clicked.accept(last);
            }
        });
        try {
            SystemTray.getSystemTray().add(made);
        } catch (AWTException e) {
            return null; // no tray after all: there is another way
        }
        icon = made;
        return made;
    }
}
