package io.heliograph.server.store.sql;

import io.heliograph.server.folder.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to this version's schema, a numbered step at a time, each in a transaction of its own. */
final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private final List<Migration> migrations;

    Schema(List<Migration> migrations) {
        this.migrations = List.copyOf(migrations);
    }

    /** The newest version that is known here. */
    int newest() {
        return migrations.size();
    }

    /** 0 for a database without anything in it. */
    static int versionOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet table = connection.getMetaData().getTables(null, null, "schema_version", null)) {
            if (!table.next()) {
                return 0;
            }
            try (ResultSet version = statement.executeQuery("SELECT version FROM schema_version")) {
                return version.next() ? version.getInt(1) : 0;
            }
        }
    }

    /** Does what is missing; before a step on a database that holds something, a checked copy goes beside it. */
    void bringUpToDate(Connection connection, Path file) throws SQLException, StartException {
        int present = versionOf(connection);
        for (Migration migration : migrations.subList(present, migrations.size())) {
            if (present > 0) {
                copyAside(connection, file, migration.version());
            }
            apply(connection, migration);
            LOG.info("the database has schema version {}", migration.version());
        }
    }

    /** Also for a database in memory. */
    static void apply(Connection connection, Migration migration) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            if (migration.version() == 1) {
                statement.execute("CREATE TABLE schema_version (version INTEGER NOT NULL)");
                statement.execute("INSERT INTO schema_version (version) VALUES (0)");
            }
            for (String sql : migration.statements()) {
                statement.execute(sql);
            }
            statement.execute("UPDATE schema_version SET version = " + migration.version());
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void copyAside(Connection connection, Path file, int version) throws SQLException, StartException {
        Path copy = file.resolveSibling(file.getFileName() + ".before-" + version);
        try {
            Files.deleteIfExists(copy); // of an attempt that did not get to its end: the original is still the older
            DatabaseCopy.make(connection, copy);
        } catch (IOException e) {
            throw new StartException("the copy " + copy + " that precedes a change of the database cannot be made: "
                    + e.getMessage() + " (free some space; nothing was changed)");
        }
        LOG.info("before schema version {} the database was copied to {}", version, copy.getFileName());
    }
}
