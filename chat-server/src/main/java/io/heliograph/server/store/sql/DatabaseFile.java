package io.heliograph.server.store.sql;

import io.heliograph.server.folder.PrivateFiles;
import io.heliograph.server.folder.StartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * The database's file in the data folder: is it ours, whole and not newer than this server? Only then is it opened for
 * writing. Not thread-safe.
 */
final class DatabaseFile {
    static final String NAME = "heliograph.db";

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final Connections connections;
    private final Schema schema;

    DatabaseFile(Path folder, Schema schema) {
        this.file = folder.resolve(NAME);
        this.connections = Connections.to(file);
        this.schema = schema;
    }

    Connections connections() {
        return connections;
    }

    /** The writer's connection, to a database of this version. */
    Connection open(boolean syncFull) throws StartException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !NativeLibrary.isLoaded(folder)) {
            throw new StartException("the database's native library cannot be loaded: name a folder that allows"
                    + " execution with java -Djava.io.tmpdir=FOLDER");
        }
        try {
            if (!Files.exists(file)) {
                PrivateFiles.create(file);
            } else if (Files.size(file) > 0) {
                inspect();
            }
        } catch (IOException e) {
            throw unusable(e);
        }
        return openForWriting(syncFull);
    }

    private Connection openForWriting(boolean syncFull) throws StartException {
        try {
            Connection connection = connections.forWriting(syncFull);
            try {
                schema.bringUpToDate(connection, file);
                return connection;
            } catch (SQLException | StartException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private void inspect() throws StartException, IOException {
        try (var input = Files.newInputStream(file)) {
            if (!Arrays.equals(input.readNBytes(MAGIC.length), MAGIC)) {
                throw damaged("it is not a database");
            }
        }
        try (Connection connection = connections.forReading()) {
            int version = Schema.versionOf(connection);
            if (version > schema.newest()) {
                throw new StartException(file + " was written by a newer server (schema version " + version
                        + ", this one knows " + schema.newest()
                        + "): start the newer server, or restore a backup that this one made; nothing was changed");
            }
            if (!DatabaseCopy.isWhole(connection)) {
                throw damaged("its check fails");
            }
        } catch (SQLException e) {
            throw new SqlFailure(e).isOfDamage() ? damaged("it cannot be read") : unusable(e);
        }
    }

    private StartException unusable(Exception why) {
        return new StartException(file + " cannot be used: " + why.getMessage());
    }

    private StartException damaged(String why) {
        return new StartException(file + " is damaged (" + why + "): restore a backup into a new folder with"
                + " --restore BACKUP --data NEWFOLDER; nothing was changed");
    }
}
