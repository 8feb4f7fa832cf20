package io.heliograph.server.folder;

import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Files and folders that nobody else may read; what is written is durable when the method returns. */
public final class PrivateFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final int CHUNK_BYTES = 65_536;

    private PrivateFiles() {}

    /** For a file that is to be made: 0600 where there is such a thing. */
    public static FileAttribute<?>[] fileAttributes() {
        return attributes("rw-------");
    }

    /** An empty file, 0600. */
    public static void create(Path file) throws IOException {
        Files.createFile(file, fileAttributes());
    }

    /** The folder, 0700, and those above it that are missing. */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes("rwx------"));
    }

    /** {@code target} must not be there yet. */
    public static void copy(Path source, Path target) throws IOException {
        create(target);
        try (InputStream input = Files.newInputStream(source);
                OutputStream output = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
            input.transferTo(output);
        }
        sync(target);
    }

    /** {@code file} must not be there yet. */
    public static void write(Path file, byte[] content) throws IOException {
        create(file);
        Files.write(file, content, StandardOpenOption.WRITE);
        sync(file);
    }

    public static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** SHA-256 in hexadecimal, without holding the file in memory. */
    public static String digest(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
                digest.update(chunk, 0, count);
            }
            return Bytes.takingOver(digest.digest()).toHex();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
