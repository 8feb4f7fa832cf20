package io.heliograph.server.store.sql;

import static io.heliograph.server.store.sql.TableFixture.account;
import static io.heliograph.server.store.sql.TableFixture.message;
import static io.heliograph.server.store.sql.TableFixture.room;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.testing.SeededRandom;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final LoopFixture loop = new LoopFixture();

    @TempDir
    private Path temp;

    @SuppressWarnings("NullAway.Init") // set before any test runs
    private Path data;

    @SuppressWarnings("NullAway.Init") // set before any test runs
    private SqlStore store;

    private long ada;
    private long deck;

    @BeforeEach
    void open() throws Exception {
        data = Files.createDirectory(temp.resolve("data"));
        Files.write(data.resolve("identity.key"), new byte[32]);
        store = SqlStore.open(data, new SqlStore.Settings(true, 0), loop);
        ada = store.now(tables -> account(tables, "ada"));
        deck = store.now(tables -> room(tables, "#deck"));
        store.now(tables -> tables.entries().append(message(deck, ada, 1)));
        store.start();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aBackupIsMadeWhileWritesGoOn() throws Exception {
        List<Object> answers = new ArrayList<>();
        for (int number = 2; number <= 2_000; number++) {
            int current = number;
            LoopFixture.submit(store, tables -> tables.entries().append(message(deck, ada, current)), answers);
        }

        Path backup = Backup.make(data, temp.resolve("backups"), NOW, "1.0");

        assertEquals("heliograph-20260304-050607Z", backup.getFileName().toString());
        Manifest manifest = Restore.verify(backup);
        assertEquals(1, manifest.content().accounts());
        assertEquals(1, manifest.content().conversations());
        assertTrue(manifest.content().entries() >= 1);
        loop.runUntil(() -> answers.size() == 1_999);
        assertEquals(2_001, (long)
                loop.read(store, tables -> tables.conversations().all().get(0).nextSeq()));
    }

    @Test
    void nobodyElseMayReadABackup() throws Exception {
        Path backup = Backup.make(data, temp, NOW, "1.0");

        try (Stream<Path> files = Files.list(backup)) {
            for (Path file : files.toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        () -> file.toString());
            }
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
    }

    @Test
    void aRestoredFolderHoldsEverythingUnderANewInstance() throws Exception {
        loop.write(store, tables -> {
            tables.access().setFact(Restore.INSTANCE_FACT, "0000000000000000");
            return 0;
        });
        Path backup = Backup.make(data, temp, NOW, "1.0");
        Path fresh = temp.resolve("fresh");

        Restore.into(backup, fresh, new SeededRandom(1));

        assertEquals(32, Files.size(fresh.resolve("identity.key")));
        try (SqlStore restored = SqlStore.open(fresh, new SqlStore.Settings(true, 0), loop)) {
            String instance =
                    restored.now(tables -> String.valueOf(tables.access().fact(Restore.INSTANCE_FACT)));
            assertTrue(instance.matches("[0-9a-f]{16}"), instance);
            assertFalse(instance.equals("0000000000000000"));
            assertNotNull(restored.now(tables -> tables.entries().page(TableFixture.oldest(deck, 5)))
                    .entries()
                    .get(0));
        }
        assertNotNull(Restore.verify(backup)); // untouched
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Path backup = Backup.make(data, temp, NOW, "1.0");

        assertSays("is not empty", () -> Restore.into(backup, data, new SeededRandom(1)));
        assertSays("is there already", () -> Backup.make(data, temp, NOW, "1.0"));
    }

    @Test
    void aChangedOctetIsFound() throws Exception {
        for (String name : List.of("heliograph.db", "identity.key")) {
            Path backup = Backup.make(data, temp.resolve(name), NOW, "1.0");
            byte[] octets = Files.readAllBytes(backup.resolve(name));
            octets[octets.length / 2] ^= 1;
            Files.write(backup.resolve(name), octets);

            assertSays(name + " is damaged", () -> Restore.verify(backup));
            assertSays(name + " is damaged", () -> Restore.into(backup, temp.resolve("fresh"), new SeededRandom(1)));
            assertFalse(Files.exists(temp.resolve("fresh")));
        }
    }

    @Test
    void aManifestThatLiesIsFound() throws Exception {
        Path backup = Backup.make(data, temp, NOW, "1.0");
        Path manifest = backup.resolve("manifest.json");
        String text = Files.readString(manifest);

        Files.writeString(manifest, text.replace("\"entries\" : 1", "\"entries\" : 2"));
        assertSays("does not hold what the manifest says", () -> Restore.verify(backup));
        Files.writeString(manifest, text.replace("identity.key", "../identity.key"));
        assertSays("which no server writes", () -> Restore.verify(backup));
        Files.writeString(manifest, "{");
        assertSays("is no backup", () -> Restore.verify(backup));
        Files.delete(manifest);
        assertSays("is no backup", () -> Restore.verify(backup));
    }

    private static void assertSays(String words, Executable action) {
        String message =
                String.valueOf(assertThrows(BackupException.class, action).getMessage());
        assertTrue(message.contains(words), message);
    }
}
