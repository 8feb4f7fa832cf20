package io.heliograph.client.swing.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bus of this test's own, with a desktop on it that shows notifications. */
@Timeout(60)
class BusNotifierTest {
    private static final Path DAEMON = Path.of("/usr/bin/dbus-daemon");
    private static final Note NOTE = new Note("#lab", "ben · #lab", "a < b & c", null, true);
    private static final String PATH = "/org/freedesktop/Notifications";

    @TempDir
    Path folder;

    private @Nullable Process daemon;

    @AfterEach
    void stop() {
        if (daemon != null) {
            daemon.destroyForcibly();
        }
    }

    @Test
    void withoutABusAnotherWayIsTaken() {
        assertFalse(new BusNotifier("", "Open").show(NOTE, note -> {}));
        assertFalse(new BusNotifier("unix:path=/no/such/bus", "Open").show(NOTE, note -> {}));
    }

    @Test
    void aBusWithoutADesktopIsNoWay() throws Exception {
        assertFalse(new BusNotifier(startBus(), "Open").show(NOTE, note -> {}));
    }

    @Test
    void textsArriveUnmarkedAndAClickComesBack() throws Exception {
        String address = startBus();
        List<String> shown = new CopyOnWriteArrayList<>();
        try (DBusConnection there = DBusConnectionBuilder.forAddress(address).build();
                BusNotifier notifier = new BusNotifier(address, "Open")) {
            there.requestBusName("org.freedesktop.Notifications");
            there.exportObject(PATH, desktop(shown));
            CompletableFuture<Note> clicked = new CompletableFuture<>();
            assertTrue(notifier.show(NOTE, clicked::complete));
            assertTrue(notifier.show(NOTE, clicked::complete));
            assertEquals(List.of("0 ben · #lab: a &lt; b &amp; c", "7 ben · #lab: a &lt; b &amp; c"), shown);
            there.sendMessage(there.getMessageFactory()
                    .createSignal(
                            null,
                            PATH,
                            "org.freedesktop.Notifications",
                            "ActionInvoked",
                            "us",
                            new UInt32(7),
                            "default"));
            assertEquals(NOTE, clicked.get(20, TimeUnit.SECONDS));
        }
    }

    private String startBus() throws IOException {
        assumeTrue(Files.isExecutable(DAEMON), "no dbus-daemon here");
        daemon = new ProcessBuilder(DAEMON.toString(), "--session", "--nofork", "--print-address")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    /**
     * A desktop as the specification of notifications has it, which writes down what it shows. Its method has more
     * parameters than our own may have, so its interface is compiled here.
     */
    private DBusInterface desktop(List<String> shown) throws Exception {
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
                    return new UInt32(7);
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
