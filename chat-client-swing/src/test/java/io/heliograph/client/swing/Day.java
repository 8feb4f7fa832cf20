package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliograph.client.launch.ClientOptions;
import io.heliograph.client.launch.DesktopLaunch;
import io.heliograph.client.launch.UsageException;
import io.heliograph.common.net.NamedThreads;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The program at work in a real window, at a real relay: nothing may take the event thread longer than the limit, no
 * other thread may touch a component. Needs a display, and the relay's jar, which the build makes before this module
 * only when it makes all. Owned by the test's thread.
 */
final class Day implements AutoCloseable {
    private static final long LONGEST_TURN_MS = 50;
    private static final long EVENTS_AT_REST = 12;
    private static final long END_MS = 20_000;
    private static final long PATIENT_MS = 5_000;

    private final Path folder;
    private final RelayProcess relay;
    private final String home = System.getProperty("user.home", ".");
    private final Map<String, String> environment = new HashMap<>();
    private final List<TerminalPeer> peers = new ArrayList<>();
    private @Nullable Sitting sitting;

    /** One start of the program. */
    private record Sitting(Thread app, Window window, EdtWatchdog watchdog, EdtChecker checker, LibraryLog log) {}

    private Day(Path folder, RelayProcess relay) {
        this.folder = folder;
        this.relay = relay;
        System.setProperty("user.home", folder.toAbsolutePath().toString()); // files are fetched into a folder of it
        environment.put("XDG_CONFIG_HOME", folder.toAbsolutePath().toString());
        environment.put("HELIOGRAPH_REDUCED_MOTION", "1");
    }

    /** With a relay of its own, in {@code folder}. */
    static Day begin(Path folder) throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless(), "no display: start the tests under Xvfb");
        assumeTrue(RelayProcess.isBuilt(), "no relay: package chat-server first");
        return new Day(folder, RelayProcess.start(folder.resolve("relay")));
    }

    RelayProcess relay() {
        return relay;
    }

    /** Set before the program is started. */
    Day with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Somebody at a terminal, until the day ends. */
    TerminalPeer meets(String user) throws Exception {
        TerminalPeer peer = TerminalPeer.enter(relay.invite(), user, folder);
        peers.add(peer);
        return peer;
    }

    /** Starts the program as from a command line, in light, with {@code profile} below the folder. */
    Window open(String profile, String... arguments) throws Exception {
        EdtChecker checker = EdtChecker.install();
        LibraryLog log = LibraryLog.open();
        List<String> all = new ArrayList<>(
                List.of("--light", "--profile", folder.resolve(profile).toString()));
        all.addAll(List.of(arguments));
        DesktopLaunch start = launch(all);
        Thread app = NamedThreads.make("app", () -> assertEquals("", SwingApp.run(start, "test")));
        app.start();
        Window window = Window.await("Heliograph");
        sitting = new Sitting(app, window, EdtWatchdog.install(LONGEST_TURN_MS), checker, log);
        return window;
    }

    /** A window that nobody touches has next to nothing to do: a clock's tick, a caret's blink. */
    void rest() throws Exception {
        Sitting now = Objects.requireNonNull(sitting);
        AtomicLong sinceNs = new AtomicLong(System.nanoTime());
        AtomicLong before = new AtomicLong(now.watchdog().events());
        now.window().until("rest", () -> {
            if (System.nanoTime() - sinceNs.get() < TimeUnit.SECONDS.toNanos(1)) {
                return false;
            }
            sinceNs.set(System.nanoTime());
            long events = now.watchdog().events();
            return events - before.getAndSet(events) <= EVENTS_AT_REST;
        });
    }

    /** Leaves by Ctrl+Q; all was in time, and by the thread whose it is. */
    void leave() throws Exception {
        Sitting now = sitting;
        if (now == null) {
            return;
        }
        sitting = null;
        now.window().close();
        now.app().join(END_MS);
        stop(now);
        assertEquals(List.of(), now.watchdog().slow());
        assertEquals(List.of(), now.checker().found());
        assertFalse(now.app().isAlive(), "the window was closed and the program goes on");
        assertEquals(List.of(), now.log().lines());
    }

    /** However it went. */
    @Override
    public void close() {
        Sitting now = sitting;
        if (now != null) {
            sitting = null;
            abandon(now);
        }
        System.setProperty("user.home", home);
        peers.forEach(TerminalPeer::close);
        relay.close();
    }

    private static void abandon(Sitting now) {
        try {
            SwingUtilities.invokeAndWait(Day::closeFrames);
            now.app().join(PATIENT_MS);
        } catch (InterruptedException | InvocationTargetException e) {
            throw new AssertionError(e);
        } finally {
            stop(now);
        }
    }

    private static void stop(Sitting now) {
        now.watchdog().close();
        now.checker().close();
        now.log().close();
    }

    private static void closeFrames() {
        for (Frame frame : Frame.getFrames()) {
            if (frame.isShowing()) {
                frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING));
            }
        }
    }

    private DesktopLaunch launch(List<String> arguments) throws UsageException {
        ClientOptions options = new ClientOptions();
        new CommandLine(options).parseArgs(arguments.toArray(new String[0]));
        return DesktopLaunch.of(options, environment);
    }
}
