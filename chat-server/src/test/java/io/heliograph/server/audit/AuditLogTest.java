package io.heliograph.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
    private static final long NOW_MS = Instant.parse("2026-03-04T05:06:07Z").toEpochMilli();

    @TempDir
    Path folder;

    @Test
    void anEventIsALineOfJson() throws Exception {
        try (AuditLog log = AuditLog.open(folder, () -> NOW_MS)) {
            log.record("user.disable", "console", "eve", Map.of("reason", "spam"));
            log.record("server.start", AuditSink.SERVER, "", Map.of());
            assertEquals(Map.of("user.disable", 1L, "server.start", 1L), log.counts());
        }

        assertEquals(
                List.of(
                        "{\"time\":\"2026-03-04T05:06:07Z\",\"event\":\"user.disable\",\"actor\":\"console\","
                                + "\"subject\":\"eve\",\"details\":{\"reason\":\"spam\"}}",
                        "{\"time\":\"2026-03-04T05:06:07Z\",\"event\":\"server.start\",\"actor\":\"(server)\","
                                + "\"subject\":\"\",\"details\":{}}"),
                Files.readAllLines(file()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void hostileTextStaysOnItsLine() throws Exception {
        String hostile = "a\n{\"event\":\"forged\"}\u001b[2J\u2028\"";
        try (AuditLog log = AuditLog.open(folder, () -> NOW_MS)) {
            log.record("login.throttled", hostile, "x".repeat(5_000), Map.of());
        }

        List<String> lines = Files.readAllLines(file());
        assertEquals(1, lines.size());
        assertFalse(lines.get(0).contains("\u001b"));
        JsonNode event = new ObjectMapper().readTree(lines.get(0));
        assertEquals(hostile, event.get("actor").asText());
        assertEquals(401, event.get("subject").asText().length());
    }

    @Test
    void aSecondRunAppends() throws Exception {
        for (int run = 1; run <= 2; run++) {
            try (AuditLog log = AuditLog.open(folder, () -> NOW_MS)) {
                log.record("server.start", AuditSink.SERVER, "", Map.of("run", Integer.toString(run)));
            }
        }

        assertEquals(2, Files.readAllLines(file()).size());
    }

    @Test
    void aFullFileMakesWayAndTheOldestGoes() throws Exception {
        AuditFile small = new AuditFile(folder, 10, 2);
        for (String line : List.of("first-line", "second-line", "third-line", "fourth-line")) {
            small.append(List.of(line));
        }

        assertEquals(List.of("fourth-line"), Files.readAllLines(file()));
        assertEquals(List.of("third-line"), Files.readAllLines(folder.resolve("audit.jsonl.1")));
        assertEquals(List.of("second-line"), Files.readAllLines(folder.resolve("audit.jsonl.2")));
        assertFalse(Files.exists(folder.resolve("audit.jsonl.3")));
    }

    @Test
    void theTailIsTheLastLines() throws Exception {
        AuditFile audit = new AuditFile(folder, 1_000, 2);
        assertEquals(List.of(), audit.tail(2));
        audit.append(List.of("a", "b", "c"));

        assertEquals(List.of("b", "c"), audit.tail(2));
        assertEquals(List.of("a", "b", "c"), audit.tail(9));
    }

    @Test
    void aDiskThatTakesNothingIsCountedAndNotThrown() throws Exception {
        Path missing = folder.resolve("missing");
        AuditLog log = AuditLog.open(missing, () -> NOW_MS);
        log.record("server.start", AuditSink.SERVER, "", Map.of());
        log.close();

        assertEquals(1, log.lostCount());
        assertTrue(Files.notExists(missing));
    }

    private Path file() {
        return folder.resolve("audit.jsonl");
    }
}
