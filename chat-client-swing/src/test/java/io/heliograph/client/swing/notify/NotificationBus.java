package io.heliograph.client.swing.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.tools.ToolProvider;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.jspecify.annotations.Nullable;

/** A bus of a test's own, with a desktop on it, if it is to have one, that writes down what it is to show. */
public final class NotificationBus implements AutoCloseable {
    private static final Path DAEMON = Path.of("/usr/bin/dbus-daemon");
    private static final String PATH = "/org/freedesktop/Notifications";
    /** Every notification gets it. */
    private static final int NUMBER = 7;

    private final Process daemon;
    private final String address;
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private @Nullable DBusConnection desktop;

    private NotificationBus(Process daemon, String address) {
        this.daemon = daemon;
        this.address = address;
    }

    public static NotificationBus start() throws IOException {
        assumeTrue(Files.isExecutable(DAEMON), "no dbus-daemon here");
        Process daemon = new ProcessBuilder(DAEMON.toString(), "--session", "--nofork", "--print-address")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String address =
                new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return new NotificationBus(daemon, address);
    }

    public String address() {
        return address;
    }

    /** In {@code folder} the interface of the desktop is made. */
    public NotificationBus withDesktop(Path folder) throws Exception {
        DBusConnection there = DBusConnectionBuilder.forAddress(address).build();
        desktop = there;
        there.requestBusName("org.freedesktop.Notifications");
        there.exportObject(PATH, desktop(folder));
        return this;
    }

    /** The number that each replaces, its title and its body. */
    public List<String> shown() {
        return List.copyOf(shown);
    }

    /** Somebody clicks at the last one. */
    public void click() throws DBusException {
        DBusConnection there = desktop;
        if (there != null) {
            there.sendMessage(there.getMessageFactory()
                    .createSignal(
                            null,
                            PATH,
                            "org.freedesktop.Notifications",
                            "ActionInvoked",
                            "us",
                            new UInt32(NUMBER),
                            "default"));
        }
    }

    @Override
    public void close() {
        if (desktop != null) {
            desktop.disconnect();
        }
        daemon.destroyForcibly();
    }

    /**
     * A desktop as the specification of notifications has it, which writes down what it shows. Its method has more
     * parameters than our own may have, so its interface is compiled here.
     */
    private DBusInterface desktop(Path folder) throws Exception {
        Path source = folder.resolve("Notifications.java");
        Files.writeString(source, """
                @org.freedesktop.dbus.annotations.DBusInterfaceName("org.freedesktop.Notifications")
                public interface Notifications extends org.freedesktop.dbus.interfaces.DBusInterface {
                    org.freedesktop.dbus.types.UInt32 Notify(
                        String program, org.freedesktop.dbus.types.UInt32 replaces, String icon, String title,
                        String body, java.util.List<String> actions,
                        java.util.Map<String, org.freedesktop.dbus.types.Variant<?>> hints, int expireMs);
                }
                """);
        int outcome = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        source.toString());
        assertEquals(0, outcome);
        ClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        Class<?> notifications = loader.loadClass("Notifications");
        return (DBusInterface)
                Proxy.newProxyInstance(loader, new Class<?>[] {notifications}, (proxy, method, values) -> {
                    if (!method.getName().equals("Notify")) {
                        return method.getName().equals("getObjectPath") ? PATH : answerOf(method, proxy, values);
                    }
                    shown.add(values[1] + " " + values[3] + ": " + values[4]);
                    return new UInt32(NUMBER);
                });
    }

    /** What every object answers. */
    private static @Nullable Object answerOf(Method method, Object proxy, Object[] values) {
        return switch (method.getName()) {
            case "hashCode" -> 1;
            case "equals" -> proxy == values[0];
            case "toString" -> "desktop";
            default -> method.getReturnType() == boolean.class ? Boolean.FALSE : null;
        };
    }
}
