package io.heliograph.server.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all of a server's state, used by one server at a time.
 *
 * <p>Closing it lets another server in. Not thread-safe.
 */
public final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel lockChannel;

    private DataFolder(Path folder, FileChannel lockChannel) {
        this.folder = folder;
        this.lockChannel = lockChannel;
    }

    /** Makes the folder (0700) if there is none, and locks it. */
    public static DataFolder open(Path folder) throws StartException {
        try {
            PrivateFiles.createFolder(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new StartException("data folder " + folder
                        + " is in use by another server: stop that one, or choose another folder with --data");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new StartException("data folder " + folder + " cannot be used: " + e.getMessage()
                    + " (choose another one with --data)");
        }
    }

    /** Reads a small file whole; null if there is none. */
    public byte @Nullable [] read(String name) throws StartException {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new StartException(file + " cannot be read: " + e.getMessage());
        }
    }

    /** Replaces a small file (0600), so that after a crash either the old or the new content is there. */
    public void write(String name, byte[] content) throws StartException {
        Path file = folder.resolve(name);
        try {
            Path fresh = Files.createTempFile(folder, name, ".new", PrivateFiles.fileAttributes());
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartException(file + " cannot be written: " + e.getMessage());
        }
    }

    public Path path() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        lockChannel.close();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
