package io.heliograph.server.store.sql;

import io.heliograph.server.folder.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Copies a data folder that may be in use: the database as one moment saw it, the blobs it knows,
 * the server's keys, and a manifest.
 *
 * <p>Blocks for as long as the copy takes, so never on the relay loop. Thread-safe.
 */
public final class Backup {
    static final String MANIFEST = "manifest.json";

    /** What is copied beside the database; those that are not there are left out. */
    static final List<String> SMALL_FILES = List.of("identity.key");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss'Z'").withZone(ZoneOffset.UTC);

    private Backup() {}

    /**
     * Makes {@code parent/heliograph-YYYYMMDD-HHMMSSZ}. It has that name only when it is complete.
     *
     * @param server version of the server, for the manifest
     */
    public static Path make(Path data, Path parent, Instant now, String server) throws BackupException {
        String name = "heliograph-" + STAMP.format(now);
        Path target = parent.resolve(name);
        Path partial = parent.resolve(name + ".partial");
        if (Files.exists(target) || Files.exists(partial)) {
            throw new BackupException(target + " is there already: wait a second and try again");
        }
        try {
            PrivateFiles.createFolder(partial);
            copyInto(partial, data, now, server);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException | SQLException | SqlFailure e) {
            throw new BackupException("no backup was made in " + parent + ": " + e.getMessage()
                    + " (free some space there, or choose another folder)");
        }
    }

    private static void copyInto(Path folder, Path data, Instant now, String server) throws IOException, SQLException {
        Map<String, String> files = new TreeMap<>();
        Path database = folder.resolve(DatabaseFile.NAME);
        try (Connection connection =
                Connections.to(data.resolve(DatabaseFile.NAME)).forReading()) {
            DatabaseCopy.make(connection, database);
        }
        if (BlobCopies.make(data, folder, database)) {
            files.put(BlobCopies.SUMS, PrivateFiles.digest(folder.resolve(BlobCopies.SUMS)));
        }
        Manifest.Content content;
        try (Connection copy = Connections.to(database).forReading()) {
            content = Manifest.Content.of(copy);
        }
        files.put(DatabaseFile.NAME, PrivateFiles.digest(database));
        for (String name : SMALL_FILES) {
            if (Files.exists(data.resolve(name))) {
                PrivateFiles.copy(data.resolve(name), folder.resolve(name));
                files.put(name, PrivateFiles.digest(folder.resolve(name)));
            }
        }
        Manifest manifest = new Manifest(now.toString(), server, content, files);
        PrivateFiles.write(folder.resolve(MANIFEST), manifest.toJson().getBytes(StandardCharsets.UTF_8));
    }
}
