package io.heliograph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void answersQuestionsAboutItself() {
        assertEquals(0, run("--version"));
        assertTrue(text(out).startsWith("Heliograph server "), text(out));
        assertEquals(0, run("--help"));
        assertTrue(text(out).contains("--check-config"), text(out));
    }

    @Test
    void badUsageIsOneLineAndStatusTwo() {
        for (List<String> bad : List.of(
                List.of("--bogus"),
                List.of("--port", "many"),
                List.of("--port", "70000"),
                List.of("--metrics-port", "-1"),
                List.of("--log-format", "xml"),
                List.of("--restore", "backup"),
                List.of("--probe", "nowhere"),
                List.of("--probe", "127.0.0.1:0"),
                List.of("--set", "limits.romms=1"),
                List.of("--config", folder.resolve("missing").toString()))) {
            err.reset();
            assertEquals(2, run(bad.toArray(String[]::new)), bad.toString());
            assertEquals(1, text(err).lines().count(), text(err));
        }
    }

    @Test
    void theConfigurationCanBeCheckedAndPrinted() {
        assertEquals(0, run("--check-config", "--set", "limits.rooms=7"));
        assertEquals(0, run("--print-config", "--set", "limits.rooms=7"));
        assertTrue(text(out).contains("limits.rooms = 7    # --set limits.rooms=7"), text(out));
    }

    @Test
    void aDataFolderThatCannotBeIsFatal() {
        assertEquals(1, run("--port", "0", "--data", "/dev/null/data"));
        assertTrue(text(err).contains("--data"), text(err));
        assertEquals(1, text(err).lines().count(), text(err));
    }

    @Test
    void everyProblemOfTheConfigurationIsALine() {
        assertEquals(2, run("--check-config", "--set", "limits.romms=1", "--set", "store.sync=maybe"));
        assertEquals(2, text(err).lines().count(), text(err));
    }

    @Test
    void theDefaultConfigurationIsExplained() {
        assertEquals(0, run("--default-config"));
        assertTrue(text(out).contains("#limits.rooms = 1000"), text(out));
        assertTrue(text(out).contains("# Rooms in all."), text(out));
    }

    @Test
    void whatIsNoBackupIsFatalAndNothingIsMade() {
        Path data = folder.resolve("data");
        assertEquals(1, run("--restore", folder.toString(), "--data", data.toString()));
        assertTrue(text(err).contains("is no backup"), text(err));
        assertEquals(1, run("--verify-backup", folder.toString()));
        assertEquals(2, text(err).lines().count(), text(err));
        assertTrue(Files.notExists(data));
    }

    private int run(String... arguments) {
        return ServerMain.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream octets) {
        return octets.toString(StandardCharsets.UTF_8);
    }
}
