package io.heliograph.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.server.audit.AuditLog;
import io.heliograph.server.config.ConfigKey;
import io.heliograph.server.config.ConfigSource;
import io.heliograph.server.config.ServerConfig;
import io.heliograph.server.routing.OperatorCommands.Result;
import io.heliograph.server.store.sql.Restore;
import io.heliograph.server.store.sql.SqlStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackOfficeTest {
    private final BlockingQueue<ServerConfig> applied = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before any test runs
    private Path file;

    @SuppressWarnings("NullAway.Init") // set before any test runs
    private BackOffice office;

    @BeforeEach
    void open() throws Exception {
        file = Files.writeString(folder.resolve("heliograph.conf"), "limits.rooms = 10\n");
        AuditLog audit = AuditLog.open(folder, () -> 0);
        Configured configured = Configured.from(new ConfigSource(file, Map.of(), List.of("rooms.motd=Hello")));
        office = new BackOffice(folder, configured, audit, task -> task.run(0), applied::add);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aReloadTellsWhatChangedAndWhatWaits() throws Exception {
        Files.writeString(file, "limits.rooms = 20\nstore.sync = normal\n");

        Result result = answerTo(office::reload);

        assertEquals(
                new Result(
                        true, List.of("store.sync: full -> normal (from the next start on)", "limits.rooms: 10 -> 20")),
                result);
        ServerConfig now = applied.remove();
        assertEquals(20, now.number(ConfigKey.ROOMS));
        assertEquals("full", now.text(ConfigKey.STORE_SYNC));
        assertEquals("Hello", now.text(ConfigKey.ROOMS_MOTD));
    }

    @Test
    void whatWaitsIsToldAtEachReloadAndWhatWasAppliedIsNot() throws Exception {
        Files.writeString(file, "limits.rooms = 20\nstore.sync = normal\n");
        answerTo(office::reload);

        assertEquals(
                List.of("store.sync: full -> normal (from the next start on)"),
                answerTo(office::reload).lines());
        Files.writeString(file, "limits.rooms = 20\n");
        assertEquals(List.of("Nothing has changed."), answerTo(office::reload).lines());
    }

    @Test
    void aBadFileChangesNothingAndEveryMistakeIsNamed() throws Exception {
        Files.writeString(file, "limits.rooms = 20\nlimits.romms = 1\nrooms.create = some\n");

        Result result = answerTo(office::reload);

        assertFalse(result.ok());
        assertEquals(3, result.lines().size());
        assertTrue(result.lines().get(0).contains(file + ":2"), result.lines().get(0));
        assertTrue(result.lines().get(1).contains(file + ":3"), result.lines().get(1));
        assertTrue(applied.isEmpty());
    }

    @Test
    void changesAreTakenDown() throws Exception {
        Files.writeString(file, "limits.rooms = 20\n");
        answerTo(office::reload);
        office.close();

        String audit = Files.readString(folder.resolve("audit.jsonl"));
        assertTrue(audit.contains("\"event\":\"config.change\""), audit);
        assertTrue(audit.contains("\"subject\":\"limits.rooms\""), audit);
    }

    @Test
    void aBackupIsMadeWhereItIsWanted() throws Exception {
        SqlStore.open(folder, new SqlStore.Settings(true, 0), task -> {}).close();
        Files.write(folder.resolve("identity.key"), SecureRandoms.system().bytes(32));

        Result result =
                answerTo(answer -> office.backup(folder.resolve("elsewhere").toString(), answer));

        assertTrue(result.ok(), result.toString());
        Path backup = Path.of(result.lines().get(0).replace("Backup made: ", ""));
        assertEquals(folder.resolve("elsewhere"), backup.getParent());
        assertEquals(2, Restore.verify(backup).files().size());
    }

    @Test
    void aBackupThatCannotBeMadeIsSaid() throws Exception {
        Result result = answerTo(answer -> office.backup("/dev/null/backups", answer));

        assertFalse(result.ok());
        assertTrue(
                result.lines().get(0).contains("/dev/null/backups"),
                result.lines().get(0));
    }

    @Test
    void theLastEventsAreShown() throws Exception {
        Files.writeString(folder.resolve("audit.jsonl"), "one\ntwo\nthree\n");

        assertEquals(
                List.of("two", "three"),
                answerTo(answer -> office.audit(2, answer)).lines());
    }

    @Test
    void anUnknownLogLevelIsRefused() throws Exception {
        Result result = answerTo(answer -> office.setLogLevel("loud", answer));

        assertFalse(result.ok());
        assertTrue(result.lines().get(0).contains("debug or info or warn or error"), result.toString());
    }

    private static Result answerTo(Consumer<Consumer<Result>> asked) throws InterruptedException {
        BlockingQueue<Result> answer = new LinkedBlockingQueue<>();
        asked.accept(answer::add);
        Result result = answer.poll(30, TimeUnit.SECONDS);
        assertNotNull(result, "no answer");
        return result;
    }
}
