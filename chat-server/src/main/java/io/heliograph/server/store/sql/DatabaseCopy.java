package io.heliograph.server.store.sql;

import io.heliograph.server.folder.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Copies of a database that may be in use, and the look whether one is whole. */
final class DatabaseCopy {
    private DatabaseCopy() {}

    /** Writes what {@code connection} sees into the new file {@code target} (0600), durable and checked. */
    static void make(Connection connection, Path target) throws SQLException, IOException {
        PrivateFiles.create(target);
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toAbsolutePath().toString());
            statement.execute();
        }
        PrivateFiles.sync(target);
        try (Connection copy = Connections.to(target).forReading()) {
            if (!isWhole(copy)) {
                throw new IOException("the copy is not whole");
            }
        }
    }

    /** Looks at every page. */
    static boolean isWhole(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet verdict = statement.executeQuery("PRAGMA quick_check(1)")) {
            return verdict.next() && "ok".equals(verdict.getString(1));
        } catch (SQLException e) {
            return false; // so damaged that the check cannot run
        }
    }
}
