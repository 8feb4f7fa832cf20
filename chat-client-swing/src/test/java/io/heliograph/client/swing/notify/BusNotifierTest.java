package io.heliograph.client.swing.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** At a bus of this test's own. */
@Timeout(60)
class BusNotifierTest {
    private static final Note NOTE = new Note("#lab", "ben · #lab", "a < b & c", null, true);

    @TempDir
    Path folder;

    @Test
    void withoutABusAnotherWayIsTaken() {
        assertFalse(new BusNotifier("", "Open").show(NOTE, note -> {}));
        assertFalse(new BusNotifier("unix:path=/no/such/bus", "Open").show(NOTE, note -> {}));
    }

    @Test
    void aBusWithoutADesktopIsNoWay() throws Exception {
        try (NotificationBus bus = NotificationBus.start()) {
            assertFalse(new BusNotifier(bus.address(), "Open").show(NOTE, note -> {}));
        }
    }

    @Test
    void textsArriveUnmarkedAndAClickComesBack() throws Exception {
        try (NotificationBus bus = NotificationBus.start().withDesktop(folder);
                BusNotifier notifier = new BusNotifier(bus.address(), "Open")) {
            CompletableFuture<Note> clicked = new CompletableFuture<>();
            assertTrue(notifier.show(NOTE, clicked::complete));
            assertTrue(notifier.show(NOTE, clicked::complete));
            assertEquals(List.of("0 ben · #lab: a &lt; b &amp; c", "7 ben · #lab: a &lt; b &amp; c"), bus.shown());
            bus.click();
            assertEquals(NOTE, clicked.get(20, TimeUnit.SECONDS));
        }
    }
}
