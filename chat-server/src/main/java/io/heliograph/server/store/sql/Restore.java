package io.heliograph.server.store.sql;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.folder.PrivateFiles;
import io.heliograph.server.folder.StartException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/** Checks backups, and makes new data folders of them. Thread-safe. */
public final class Restore {
    /** A fact: clients that know another value do not trust the numbers they remember. */
    public static final String INSTANCE_FACT = "instance";

    private static final int INSTANCE_BYTES = 8;
    private static final int MAX_MANIFEST_BYTES = 65_536;

    private Restore() {}

    /** Looks at every octet: the files are those that were written, the database is whole and holds what it should. */
    public static Manifest verify(Path backup) throws BackupException {
        Manifest manifest = manifest(backup);
        if (!manifest.files().containsKey(DatabaseFile.NAME)) {
            throw new BackupException(backup + " is no backup: its manifest names no database");
        }
        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            checkFile(backup, file.getKey(), file.getValue());
        }
        Path database = backup.resolve(DatabaseFile.NAME);
        if (!NativeLibrary.isLoaded(backup)) {
            throw new BackupException("the database's native library cannot be loaded: name a folder that allows"
                    + " execution with java -Djava.io.tmpdir=FOLDER");
        }
        try (Connection connection = Connections.to(database).forReading()) {
            if (!DatabaseCopy.isWhole(connection)) {
                throw damaged(database, "its check fails");
            }
            if (!Manifest.Content.of(connection).equals(manifest.content())) {
                throw damaged(database, "it does not hold what the manifest says");
            }
            BlobCopies.verify(backup, manifest, connection);
        } catch (SQLException | SqlFailure e) {
            throw damaged(database, "it cannot be read");
        }
        return manifest;
    }

    /**
     * Makes a data folder of a backup. Everything since the backup is gone, so the server gets a new instance.
     *
     * @param data not there yet, or empty
     */
    public static Manifest into(Path backup, Path data, RandomSource random) throws BackupException {
        refuseUsed(data);
        Manifest manifest = verify(backup);
        try {
            PrivateFiles.createFolder(data);
            for (String name : manifest.files().keySet()) {
                if (!name.equals(BlobCopies.SUMS)) {
                    PrivateFiles.copy(backup.resolve(name), data.resolve(name));
                }
            }
            BlobCopies.restore(backup, manifest, data);
            renew(data, Bytes.takingOver(random.bytes(INSTANCE_BYTES)).toHex());
        } catch (IOException | SQLException | SqlFailure | StartException e) {
            throw new BackupException(
                    data + " could not be restored: " + e.getMessage() + " (remove that folder and try again)");
        }
        return manifest;
    }

    private static void renew(Path data, String instance) throws StartException, SQLException {
        Connection connection = new DatabaseFile(data, new Schema(Migration.all())).open(true);
        try (Statements statements = new Statements(connection)) {
            new SqlTables(statements).access().setFact(INSTANCE_FACT, instance);
        }
    }

    private static void refuseUsed(Path data) throws BackupException {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> inside = Files.list(data)) {
            if (inside.findAny().isPresent()) {
                throw new BackupException(
                        data + " is not empty: name a new folder with --data, nothing is overwritten");
            }
        } catch (IOException e) {
            throw new BackupException(data + " cannot be used: " + e.getMessage());
        }
    }

    private static Manifest manifest(Path backup) throws BackupException {
        Path file = backup.resolve(Backup.MANIFEST);
        try (InputStream input = Files.newInputStream(file)) {
            return Manifest.parse(input.readNBytes(MAX_MANIFEST_BYTES));
        } catch (IOException e) {
            throw new BackupException(
                    backup + " is no backup: " + file.getFileName() + " cannot be used: " + e.getMessage());
        }
    }

    private static void checkFile(Path backup, String name, String digest) throws BackupException {
        boolean known = name.equals(DatabaseFile.NAME) || name.equals(BlobCopies.SUMS);
        if (!known && !Backup.SMALL_FILES.contains(name)) {
            throw new BackupException(backup + " is no backup: its manifest names \"" + name.replaceAll("\\W", "?")
                    + "\", which no server writes");
        }
        Path file = backup.resolve(name);
        try {
            if (!MessageDigest.isEqual(ascii(digest), ascii(PrivateFiles.digest(file)))) {
                throw damaged(file, "its SHA-256 is not that of the manifest");
            }
        } catch (IOException e) {
            throw damaged(file, "it cannot be read");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static BackupException damaged(Path file, String why) {
        return new BackupException(file + " is damaged (" + why + "): use another backup");
    }
}
