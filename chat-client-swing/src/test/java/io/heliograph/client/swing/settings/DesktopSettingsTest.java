package io.heliograph.client.swing.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.swing.theme.Accent;
import io.heliograph.client.swing.theme.Appearance;
import io.heliograph.client.swing.theme.ThemeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopSettingsTest {
    @TempDir
    Path folder;

    @Test
    void everythingComesBack() throws IOException {
        SettingsFile file = new SettingsFile(folder.resolve("a").resolve("desktop.properties"));
        DesktopSettings settings = DesktopSettings.DEFAULT
                .withAppearance(new Appearance(ThemeName.DARK, Accent.PLUM, 130))
                .withWindow(new WindowBounds(-10, 20, 900, 700, true), 300)
                .withDetails(true)
                .withServer(new KnownServer("relay:1", "Relay", "ann", "SHA256:x"))
                .withKept("emoji.recent", "😀 👍");
        file.save(settings);
        assertEquals(settings, file.load());
    }

    @Test
    void aSpoiltFileGivesDefaults() throws IOException {
        Path file = folder.resolve("desktop.properties");
        Files.writeString(file, "theme=purple\nzoom=1e9\nwindow.width=\\u00zz");
        assertEquals(DesktopSettings.DEFAULT, new SettingsFile(file).load());
        Files.writeString(file, "theme=purple\nzoom=99999999\nsidebar.width=7");
        assertEquals(DesktopSettings.MIN_SIDEBAR, new SettingsFile(file).load().sidebarWidth());
        assertEquals(Appearance.DEFAULT, new SettingsFile(file).load().appearance());
    }

    @Test
    void theLastServerComesFirstAndOnce() {
        KnownServer before = new KnownServer("relay:1", "Relay", "ann", "SHA256:old");
        KnownServer now = new KnownServer("relay:1", "Relay", "ann", "SHA256:new");
        KnownServer other = new KnownServer("relay:2", "Relay", "ann", "SHA256:x");
        DesktopSettings settings =
                DesktopSettings.DEFAULT.withServer(before).withServer(other).withServer(now);
        assertEquals(List.of(now, other), settings.servers());
    }

    @Test
    void aWindowFromAnotherScreenCanBeReached() {
        WindowBounds far = new WindowBounds(5_000, -400, 3_000, 2_000, false);
        WindowBounds here = far.clampedTo(0, 0, 1_280, 800);
        assertTrue(here.x() <= 1_200 && here.y() >= 0, here.toString());
        assertEquals(1_280, here.width());
        assertEquals(800, here.height());
    }

    @Test
    void zoomStopsAtItsEnds() {
        Appearance look = Appearance.DEFAULT.zoomedBy(100);
        assertEquals(200, look.zoomPercent());
        assertEquals(75, look.zoomedBy(-100).zoomPercent());
        assertEquals(100, look.unzoomed().zoomPercent());
    }
}
