package io.heliograph.server.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/** Opens connections to one database file, each set up for what it is for. Thread-safe. */
public final class Connections {
    private static final int BUSY_TIMEOUT_MS = 5_000;
    private static final int CACHE_KIB = 16_384;

    /** What a write-ahead log is cut back to after a checkpoint. */
    private static final int WAL_BYTES = 64 * 1024 * 1024;

    private final String url;

    private Connections(String url) {
        this.url = url;
    }

    /** The database in {@code file}, which need not be there yet. */
    public static Connections to(Path file) {
        return new Connections("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** A database that is gone with its connection. */
    static Connections inMemory() {
        return new Connections("jdbc:sqlite::memory:");
    }

    /** May change everything; {@code syncFull} false: loss of power may take the last commits. */
    Connection forWriting(boolean syncFull) throws SQLException {
        Connection connection = open(new SQLiteConfig());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = " + (syncFull ? "FULL" : "NORMAL"));
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute("PRAGMA secure_delete = ON"); // what was deleted is not to be read from the file
            statement.execute("PRAGMA journal_size_limit = " + WAL_BYTES);
            statement.execute("PRAGMA cache_size = -" + CACHE_KIB);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** Changes a copy that nobody else uses, and leaves no other file beside it. */
    Connection forCopy() throws SQLException {
        return open(new SQLiteConfig());
    }

    /** Only looks. */
    public Connection forReading() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return open(config);
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        Properties properties = config.toProperties();
        return JDBC.createConnection(url, properties);
    }
}
