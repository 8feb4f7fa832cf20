package io.heliograph.server.store.sql;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.folder.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blobs of a backup: their files, and {@value #SUMS} with a line for each, as sha256sum writes it. The manifest
 * holds
 * that file's own sum. Thread-safe.
 */
final class BlobCopies {
    static final String SUMS = "blobs.sha256";

    private static final String FOLDER = "blobs";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  " + FOLDER + "/([0-9a-f]{32})");
    /** The schema has a table of blobs since. */
    private static final int FIRST_SCHEMA = 2;

    private BlobCopies() {}

    /** A blob as the database has it. */
    private record Row(Bytes blob, long bytes, long haveBytes) {}

    /**
     * Copies every complete blob of {@code database}, a copy that nobody uses yet, and takes out of it what is not
     * complete
     * or has gone meanwhile. True if there is any.
     */
    static boolean make(Path data, Path folder, Path database) throws IOException, SQLException {
        Map<String, String> sums = new TreeMap<>();
        Path copies = folder.resolve(FOLDER);
        try (Connection connection = Connections.to(database).forCopy();
                Statements statements = new Statements(connection)) {
            for (Row row : rows(statements)) {
                String name = row.blob().toHex();
                boolean complete = row.haveBytes() == row.bytes();
                PrivateFiles.createFolder(copies);
                if (complete && copied(data.resolve(FOLDER).resolve(name), copies.resolve(name), row.bytes())) {
                    sums.put(name, PrivateFiles.digest(copies.resolve(name)));
                } else {
                    statements.update("DELETE FROM blob WHERE blob_id = ?", row.blob());
                }
            }
        }
        if (!sums.isEmpty()) {
            StringBuilder text = new StringBuilder();
            sums.forEach((name, sum) ->
                    text.append(sum).append("  " + FOLDER + "/").append(name).append('\n'));
            PrivateFiles.write(folder.resolve(SUMS), text.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return !sums.isEmpty();
    }

    private static boolean copied(Path source, Path target, long bytes) throws IOException {
        if (!Files.exists(source) || Files.size(source) != bytes) {
            return false; // its time was over while the database was copied
        }
        PrivateFiles.copy(source, target);
        return Files.size(target) == bytes;
    }

    /** Looks at every octet; the backup's other files are good. */
    static void verify(Path backup, Manifest manifest, Connection database) throws BackupException {
        TreeSet<String> known = new TreeSet<>();
        if (manifest.content().schema() >= FIRST_SCHEMA) {
            rows(new Statements(database)).forEach(row -> known.add(row.blob().toHex()));
        }
        Map<String, String> sums = manifest.files().containsKey(SUMS) ? read(backup) : Map.of();
        if (!sums.keySet().equals(known)) {
            throw damaged(backup.resolve(SUMS), "it does not list the files that the database knows");
        }
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            Path file = backup.resolve(FOLDER).resolve(sum.getKey());
            if (!isOf(file, sum.getValue())) {
                throw damaged(file, "its SHA-256 is not that of " + SUMS);
            }
        }
    }

    /** Into a new data folder, from a backup that was verified. */
    static void restore(Path backup, Manifest manifest, Path data) throws BackupException, IOException {
        if (!manifest.files().containsKey(SUMS)) {
            return;
        }
        Path folder = data.resolve(FOLDER);
        PrivateFiles.createFolder(folder);
        for (String name : read(backup).keySet()) {
            PrivateFiles.copy(backup.resolve(FOLDER).resolve(name), folder.resolve(name));
        }
    }

    private static List<Row> rows(Statements statements) {
        return statements.list(
                "SELECT blob_id, total_bytes, have_bytes FROM blob ORDER BY blob_id",
                row -> new Row(Bytes.takingOver(row.getBytes(1)), row.getLong(2), row.getLong(3)));
    }

    private static Map<String, String> read(Path backup) throws BackupException {
        Path file = backup.resolve(SUMS);
        Map<String, String> sums = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                Matcher parts = LINE.matcher(line);
                if (!parts.matches()) {
                    throw damaged(file, "a line of it is none that a server writes");
                }
                sums.put(parts.group(2), parts.group(1));
            }
            return sums;
        } catch (IOException e) {
            throw damaged(file, "it cannot be read");
        }
    }

    private static boolean isOf(Path file, String sum) {
        try {
            byte[] found = PrivateFiles.digest(file).getBytes(StandardCharsets.US_ASCII);
            return MessageDigest.isEqual(sum.getBytes(StandardCharsets.US_ASCII), found);
        } catch (IOException e) {
            return false;
        }
    }

    private static BackupException damaged(Path file, String why) {
        return new BackupException(file + " is damaged (" + why + "): use another backup");
    }
}
