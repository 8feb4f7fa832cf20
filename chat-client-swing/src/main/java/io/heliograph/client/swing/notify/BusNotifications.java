package io.heliograph.client.swing.notify;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * The notifications of freedesktop.org desktops, as their specification 1.2 has them. Public because the library makes
 * the other side's object by it.
 */
@DBusInterfaceName("org.freedesktop.Notifications")
public interface BusNotifications extends DBusInterface {
    /** Returns the number of the notification; {@code replaces} 0 for a new one. */
    @DBusMemberName("Notify")
    UInt32 show(
            String program,
            UInt32 replaces,
            String icon,
            String title,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int expireMs);

    /** The user has chosen an action of a notification. */
    @DBusMemberName("ActionInvoked")
    final class Chosen extends DBusSignal {
        private final UInt32 number;

        /** As it comes from the bus. */
        public Chosen(String path, UInt32 number, String action) throws DBusException {
            super(path, number, action);
            this.number = number;
        }

        long number() {
            return number.longValue();
        }
    }
}
