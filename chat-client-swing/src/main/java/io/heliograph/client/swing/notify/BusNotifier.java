package io.heliograph.client.swing.notify;

import java.io.Closeable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.DBusMatchRule;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.MethodReturn;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows notifications by the session's bus, as version 1.2 of the Desktop Notifications Specification has it. Not by a
 * program with the text among its arguments: everybody on the machine could read it there.
 *
 * <p>Owned by one thread that may wait, for the bus answers when it likes; clicks come from a thread of the library's.
 */
final class BusNotifier implements Notifier, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(BusNotifier.class);
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final String PROGRAM = "Heliograph";
    private static final int MAX_REMEMBERED = 100;
    private static final long ANSWER_MS = 3_000;
    private static final byte NORMAL = 1;
    /** Program, number to replace, icon, title, body, actions, hints, milliseconds to show. */
    private static final String ARGUMENTS = "susssasa{sv}i";

    private final String address;
    private final String open;
    private final Map<String, UInt32> numbers = new HashMap<>();
    private final Map<Long, Note> shown = new HashMap<>();
    private @Nullable DBusConnection bus;
    private boolean closed;

    /** {@code address} of the bus, empty for none; {@code open} is what the action is called. */
    BusNotifier(String address, String open) {
        this.address = address;
        this.open = open;
    }

    @Override
    public boolean show(Note note, Consumer<Note> clicked) {
        DBusConnection ready = connect(clicked);
        if (ready == null) {
            return false;
        }
        try {
            MethodCall call = ready.getMessageFactory()
                    .createMethodCall(
                            null,
                            NAME,
                            PATH,
                            NAME,
                            "Notify",
                            (byte) 0,
                            ARGUMENTS,
                            PROGRAM,
                            numbers.getOrDefault(note.key(), new UInt32(0)),
                            "",
                            note.title(),
                            unmarked(note.body()),
                            new String[] {"default", open},
                            Map.of("urgency", new Variant<>(NORMAL), "category", new Variant<>("im.received")),
                            -1);
            ready.sendMessage(call);
            if (call.getReply(ANSWER_MS) instanceof MethodReturn reply && first(reply) instanceof UInt32 number) {
                remember(note, number);
                return true;
            }
        } catch (DBusException | DBusExecutionException e) {
            LOG.debug("the desktop shows no notifications: {}", e.getClass().getSimpleName());
        }
        close();
        return false;
    }

    @Override
    public void close() {
        closed = true;
        DBusConnection open = bus;
        bus = null;
        if (open != null) {
            open.disconnect();
        }
    }

    private @Nullable DBusConnection connect(Consumer<Note> clicked) {
        if (bus != null || closed || address.isEmpty()) {
            return bus;
        }
        try {
            DBusConnection made = DBusConnectionBuilder.forAddress(address).build();
            bus = made;
            made.addGenericSigHandler(
                    new DBusMatchRule("signal", NAME, "ActionInvoked"), chosen -> onChosen(chosen, clicked));
        } catch (DBusException | DBusExecutionException | IllegalArgumentException e) {
            LOG.debug("there is no bus for notifications: {}", e.getClass().getSimpleName());
            close();
        }
        return bus;
    }

    private void onChosen(DBusSignal chosen, Consumer<Note> clicked) {
        try {
            Note note = first(chosen) instanceof UInt32 number ? noteOf(number) : null;
            if (note != null) {
                clicked.accept(note);
            }
        } catch (DBusException e) {
            LOG.debug("a click that cannot be read: {}", e.getClass().getSimpleName());
        }
    }

    /** Null if it carries nothing. */
    private static @Nullable Object first(Message message) throws DBusException {
        Object[] parameters = message.getParameters();
        return parameters == null || parameters.length == 0 ? null : parameters[0];
    }

    private @Nullable Note noteOf(UInt32 number) {
        synchronized (shown) {
            return shown.get(number.longValue());
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
