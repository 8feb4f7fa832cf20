package io.heliograph.server.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import io.heliograph.server.folder.StartException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LoggingTest {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final PrintStream standardError = new PrintStream(octets, true, StandardCharsets.UTF_8);
    private final Logger log = LoggerFactory.getLogger("test");

    @TempDir
    Path folder;

    @AfterEach
    void restoreTheTestsOwnLog() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    @Test
    void anEventIsALineOnStandardErrorAndInTheFile() throws Exception {
        Path file = folder.resolve("logs/server.log");
        Logging.configure(standardError, false, "info", new Logging.File(file.toString(), 1 << 20, 7));

        log.info("it runs");
        log.debug("not this");

        assertTrue(text().matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z INFO  test it runs\\R"), text());
        assertEquals(text(), Files.readString(file));
    }

    @Test
    void theLevelChangesWhileItRuns() throws Exception {
        Logging.configure(standardError, false, "warn", Logging.File.NONE);
        log.info("before");
        Logging.setLevel("debug");
        log.debug("after");

        assertEquals(1, text().lines().count());
        assertTrue(text().contains("after"), text());
    }

    @Test
    void aScreenTakesTheLinesForAsLongAsItIsThere() throws Exception {
        Logging logging = Logging.configure(standardError, true, "info", Logging.File.NONE);
        List<String> screen = new ArrayList<>();

        logging.showOn(screen::add);
        log.info("above the line");
        logging.showOn(null);
        log.info("below");

        assertEquals(1, screen.size());
        assertTrue(screen.get(0).startsWith("{") && screen.get(0).contains("above the line"), screen.get(0));
        assertEquals(1, text().lines().count(), text());
    }

    @Test
    void aFullFileMakesWay() throws Exception {
        Path file = folder.resolve("server.log");
        Logging.configure(standardError, false, "info", new Logging.File(file.toString(), 2_000, 7));

        for (int number = 0; number < 100_000 && filesThere() < 2; number++) {
            log.info("line {}", number);
        }

        assertTrue(filesThere() >= 2, "only one file");
    }

    @Test
    void aFileThatCannotBeIsSaid() {
        StartException refused = assertThrows(
                StartException.class,
                () -> Logging.configure(
                        standardError, false, "info", new Logging.File("/dev/null/server.log", 1 << 20, 7)));
        assertTrue(String.valueOf(refused.getMessage()).contains("log.file"), refused.toString());
    }

    private long filesThere() throws Exception {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    private String text() {
        return octets.toString(StandardCharsets.UTF_8);
    }
}
