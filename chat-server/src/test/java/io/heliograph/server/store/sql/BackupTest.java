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
import io.heliograph.common.util.Bytes;
import io.heliograph.server.folder.PrivateFiles;
import io.heliograph.server.store.FileTable.FileRow;
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

    private Bytes file(int number, int bytes, long have) throws Exception {
        Bytes blob = Bytes.copyOf(TableFixture.key(number).toArray(), 0, 16);
        loop.write(store, tables -> {
            tables.files().add(new FileRow(blob, ada, bytes, have, TableFixture.NOW_MS, TableFixture.NOW_MS + 1));
            return 0;
        });
        Files.createDirectories(data.resolve("blobs"));
        Files.write(data.resolve("blobs").resolve(blob.toHex()), new byte[bytes]);
        return blob;
    }

    @Test
    void completeFilesAreInABackupAndComeBack() throws Exception {
        Bytes whole = file(1, 100_000, 100_000);
        Bytes part = file(2, 1_000, 500);
        Bytes gone = file(3, 1_000, 1_000);
        Files.delete(data.resolve("blobs").resolve(gone.toHex())); // as if its time were over in this moment
        Path backup = Backup.make(data, temp, NOW, "1.0");
        Path fresh = temp.resolve("fresh");

        Restore.into(backup, fresh, new SeededRandom(1));

        assertEquals(100_000, Files.size(fresh.resolve("blobs").resolve(whole.toHex())));
        assertFalse(Files.exists(fresh.resolve("blobs").resolve(part.toHex())));
        assertFalse(Files.exists(fresh.resolve("blobs.sha256")));
        try (SqlStore restored = SqlStore.open(fresh, new SqlStore.Settings(true, 0), loop)) {
            List<FileRow> rows = restored.now(tables -> tables.files().all());
            assertEquals(List.of(whole), rows.stream().map(FileRow::blob).toList());
        }
        assertEquals(3, (int) loop.read(store, tables -> tables.files().all().size())); // the original is as it was
    }

    @Test
    void aChangedOctetOfAFileIsFoundAndSoIsAMissingOne() throws Exception {
        Bytes blob = file(1, 100_000, 100_000);
        Path backup = Backup.make(data, temp, NOW, "1.0");
        Path copy = backup.resolve("blobs").resolve(blob.toHex());
        assertNotNull(Restore.verify(backup));
        byte[] octets = Files.readAllBytes(copy);
        octets[50_000] ^= 1;

        Files.write(copy, octets);
        assertSays(blob.toHex() + " is damaged", () -> Restore.verify(backup));
        Files.delete(copy);
        assertSays(blob.toHex() + " is damaged", () -> Restore.verify(backup));
        Files.writeString(backup.resolve("blobs.sha256"), "");
        assertSays("blobs.sha256 is damaged", () -> Restore.verify(backup));
        String manifest = Files.readString(backup.resolve("manifest.json"));
        String digest = PrivateFiles.digest(backup.resolve("blobs.sha256"));
        Files.writeString(
                backup.resolve("manifest.json"),
                manifest.replaceAll("(\"blobs.sha256\" : \")[0-9a-f]+", "$1" + digest));
        assertSays("does not list the files", () -> Restore.verify(backup));
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
