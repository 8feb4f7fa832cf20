package io.heliograph.client.swing.notify;

import java.io.Closeable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows notifications by the session's bus. Not by a program with the text among its arguments: everybody on the
 * machine could read it there.
 *
 * <p>Owned by one thread that may wait, for the bus answers when it likes; clicks come from a thread of the library's.
 */
final class BusNotifier implements Notifier, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(BusNotifier.class);
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final String PROGRAM = "Heliograph";
    private static final int MAX_REMEMBERED = 100;
    private static final byte NORMAL = 1;

    private final String address;
    private final String open;
    private final Map<String, UInt32> numbers = new HashMap<>();
    private final Map<Long, Note> shown = new HashMap<>();
    private @Nullable DBusConnection bus;
    private @Nullable BusNotifications desktop;
    private boolean closed;

    /** {@code address} of the bus, empty for none; {@code open} is what the action is called. */
    BusNotifier(String address, String open) {
        this.address = address;
        this.open = open;
    }

    @Override
    public boolean show(Note note, Consumer<Note> clicked) {
        BusNotifications ready = connect(clicked);
        if (ready == null) {
            return false;
        }
        try {
            UInt32 number = ready.show(
                    PROGRAM,
                    numbers.getOrDefault(note.key(), new UInt32(0)),
                    "",
                    note.title(),
                    unmarked(note.body()),
                    List.of("default", open),
                    Map.of("urgency", new Variant<>(NORMAL), "category", new Variant<>("im.received")),
                    -1);
            remember(note, number);
            return true;
        } catch (DBusExecutionException e) {
            LOG.debug("the desktop shows no notifications: {}", e.getClass().getSimpleName());
            close();
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        DBusConnection open = bus;
        bus = null;
        desktop = null;
        if (open != null) {
            open.disconnect();
        }
    }

    private @Nullable BusNotifications connect(Consumer<Note> clicked) {
        if (desktop != null || closed || address.isEmpty()) {
            return desktop;
        }
        try {
            DBusConnection made = DBusConnectionBuilder.forAddress(address).build();
            bus = made;
            BusNotifications found = made.getRemoteObject(NAME, PATH, BusNotifications.class);
            made.addSigHandler(BusNotifications.Chosen.class, chosen -> onChosen(chosen, clicked));
            desktop = found;
        } catch (DBusException | DBusExecutionException | IllegalArgumentException e) {
            LOG.debug("there is no bus for notifications: {}", e.getClass().getSimpleName());
            close();
        }
        return desktop;
    }

    private void onChosen(BusNotifications.Chosen chosen, Consumer<Note> clicked) {
        Note note;
        synchronized (shown) {
            note = shown.get(chosen.number());
        }
        if (note != null) {
            clicked.accept(note);
        }
    }

    private void remember(Note note, UInt32 number) {
        synchronized (shown) {
            if (shown.size() >= MAX_REMEMBERED) {
                shown.clear();
                numbers.clear();
            }
            numbers.put(note.key(), number);
            shown.put(number.longValue(), note);
        }
    }

    /** Bodies may hold markup: what strangers write is none. */
    private static String unmarked(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
