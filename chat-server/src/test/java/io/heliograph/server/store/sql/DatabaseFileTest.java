package io.heliograph.server.store.sql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.server.folder.StartException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFileTest {
    private static final int NEWEST = Migration.all().size();
    private static final int NEXT = NEWEST + 1;

    @TempDir
    private Path folder;

    @Test
    void aNewDatabaseHasTheNewestSchema() throws Exception {
        try (Connection connection = open(Migration.all())) {
            assertEquals(NEWEST, Schema.versionOf(connection));
        }
    }

    @Test
    void aStepIsTakenOnceAndBehindACopy() throws Exception {
        open(Migration.all()).close();

        List<Migration> longer = withNext("CREATE TABLE extra (n INTEGER); INSERT INTO extra (n) VALUES (7)");
        open(longer).close();

        try (Connection connection = open(longer)) {
            assertEquals(NEXT, Schema.versionOf(connection));
            assertEquals(1, new Statements(connection).number(0, "SELECT COUNT(*) FROM extra"));
        }
        Path copy = folder.resolve("heliograph.db.before-" + NEXT);
        try (Connection before = Connections.to(copy).forReading()) {
            assertEquals(NEWEST, Schema.versionOf(before));
            assertTrue(DatabaseCopy.isWhole(before));
        }
    }

    @Test
    void aDatabaseOfTheFirstVersionKeepsWhatItHolds() throws Exception {
        try (Connection connection = open(Migration.all().subList(0, 1))) {
            new SqlAccounts(new Statements(connection), new Counters(new Statements(connection)))
                    .add("ada", "ada", "", TableFixture.NOW_MS);
        }

        try (Connection connection = open(Migration.all())) {
            SqlTables tables = new SqlTables(new Statements(connection));
            assertEquals("ada", tables.accounts().all().get(0).name());
            assertEquals(List.of(), tables.files().all());
        }
    }

    @Test
    void aStepThatFailsLeavesTheOldVersion() throws Exception {
        open(Migration.all()).close();

        StartException refused = assertThrows(
                StartException.class, () -> open(withNext("CREATE TABLE extra (n INTEGER); DROP TABLE nowhere")));

        assertSays("heliograph.db", refused);
        try (Connection connection = open(Migration.all())) {
            assertEquals(NEWEST, Schema.versionOf(connection));
            assertEquals(
                    0, new Statements(connection).number(0, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'extra'"));
        }
    }

    @Test
    void aNewDatabaseIsNotCopiedFirst() throws Exception {
        open(withNext("CREATE TABLE extra (n INTEGER)")).close();

        assertFalse(Files.exists(folder.resolve("heliograph.db.before-" + NEXT)));
    }

    @Test
    void aNewerDatabaseIsLeftAlone() throws Exception {
        open(withNext("CREATE TABLE extra (n INTEGER)")).close();
        byte[] before = Files.readAllBytes(file());

        StartException refused = assertThrows(StartException.class, () -> open(Migration.all()));

        assertSays("schema version " + NEXT + ", this one knows " + NEWEST, refused);
        assertSays("start the newer server", refused);
        assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void whatIsNoDatabaseIsLeftAlone() throws Exception {
        byte[] other = "this is a letter to my aunt, and no database".getBytes(StandardCharsets.UTF_8);
        Files.write(file(), other);

        StartException refused = assertThrows(StartException.class, () -> open(Migration.all()));

        assertSays("heliograph.db is damaged", refused);
        assertSays("--restore", refused);
        assertArrayEquals(other, Files.readAllBytes(file()));
    }

    @Test
    void aDamagedPageIsFound() throws Exception {
        try (Connection connection = open(Migration.all());
                Statement statement = connection.createStatement()) {
            for (int number = 0; number < 50; number++) {
                statement.execute("INSERT INTO fact VALUES ('" + number + "', '" + "x".repeat(3_000) + "')");
            }
        }
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            long page = raw.length() / 2 / 4_096 * 4_096;
            raw.seek(page);
            raw.write(new byte[4_096]);
        }
        byte[] before = Files.readAllBytes(file());

        StartException refused = assertThrows(StartException.class, () -> open(Migration.all()));

        assertSays("damaged", refused);
        assertArrayEquals(before, Files.readAllBytes(file()));
    }

    @Test
    void aDatabaseThatWasCutOffIsFound() throws Exception {
        open(Migration.all()).close();
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));

        assertThrows(StartException.class, () -> open(Migration.all()));
    }

    private static void assertSays(String words, StartException refused) {
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(words), message);
    }

    private Path file() {
        return folder.resolve("heliograph.db");
    }

    private Connection open(List<Migration> migrations) throws StartException {
        return new DatabaseFile(folder, new Schema(migrations)).open(true);
    }

    private static List<Migration> withNext(String sql) {
        List<Migration> migrations = new ArrayList<>(Migration.all());
        migrations.add(Migration.parse(NEXT, sql));
        return migrations;
    }
}
