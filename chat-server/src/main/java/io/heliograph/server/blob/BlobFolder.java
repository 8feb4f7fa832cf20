package io.heliograph.server.blob;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.folder.PrivateFiles;
import io.heliograph.server.folder.StartException;
import io.heliograph.server.store.FileTable.FileRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder {@code blobs}: a file for each blob, named by its number in hexadecimal. What counts of a file is what the
 * database says; the rest is cut off or deleted.
 *
 * <p>Blocks, so never on the relay loop. Used by one thread at a time.
 */
public final class BlobFolder implements Blobs {
    public static final String NAME = "blobs";

    private static final Logger LOG = LoggerFactory.getLogger(BlobFolder.class);
    private static final long MIN_FREE_BYTES = 512L * 1024 * 1024;
    private static final int MIN_FREE_PERCENT = 5;

    private final Path folder;
    private final Space space;

    /** What the disk has left for us, and what it has in all; in bytes. */
    public record Space(LongSupplier usableBytes, LongSupplier totalBytes) {
        /** The disk that {@code folder} is on. */
        static Space of(Path folder) {
            return new Space(() -> folder.toFile().getUsableSpace(), () -> folder.toFile()
                    .getTotalSpace());
        }
    }

    BlobFolder(Path folder, Space space) {
        this.folder = folder;
        this.space = space;
    }

    /** In {@code data}; made if there is none. */
    public static BlobFolder open(Path data) throws StartException {
        return open(data, Space.of(data));
    }

    /** The same on a disk that somebody else measures. */
    public static BlobFolder open(Path data, Space space) throws StartException {
        Path folder = data.resolve(NAME);
        try {
            PrivateFiles.createFolder(folder);
            return new BlobFolder(folder, space);
        } catch (IOException e) {
            throw new StartException(folder + " cannot be used: " + e.getMessage());
        }
    }

    /**
     * Before the server serves: cuts every file to what is durable of it, and deletes those that nobody knows.
     *
     * @return the blobs of which less is there than {@code rows} say; they are lost
     */
    public List<Bytes> mend(List<FileRow> rows) throws StartException {
        Map<String, FileRow> known = new HashMap<>();
        rows.forEach(row -> known.put(row.blob().toHex(), row));
        int orphanCount = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                FileRow row = known.get(String.valueOf(file.getFileName()));
                if (row == null) {
                    Files.delete(file);
                    orphanCount++;
                } else if (cut(row.blob(), row.haveBytes())) {
                    known.remove(row.blob().toHex());
                }
            }
        } catch (IOException e) {
            throw new StartException(folder + " cannot be mended: " + e.getMessage());
        }
        if (orphanCount > 0) {
            LOG.info("{} files that belong to nothing were deleted", orphanCount);
        }
        List<Bytes> lost = new ArrayList<>();
        for (FileRow row : known.values()) {
            if (row.haveBytes() > 0) {
                lost.add(row.blob());
            }
        }
        if (!lost.isEmpty()) {
            LOG.error("{} files are not in {} any more: they are forgotten", lost.size(), folder);
        }
        return lost;
    }

    /** 5 % of the disk and 512 MiB stay free. */
    @Override
    public boolean hasRoomFor(long bytes) {
        long total = space.totalBytes().getAsLong();
        long reserve = Math.max(MIN_FREE_BYTES, total / 100 * MIN_FREE_PERCENT);
        return space.usableBytes().getAsLong() - reserve >= bytes;
    }

    @Override
    public boolean cut(Bytes blob, long bytes) {
        Path file = pathOf(blob);
        try {
            if (!Files.exists(file)) {
                if (bytes > 0) {
                    return false;
                }
                PrivateFiles.create(file);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                if (channel.size() < bytes) {
                    return false;
                }
                if (channel.size() > bytes) {
                    channel.truncate(bytes);
                }
                channel.force(true);
                return true;
            }
        } catch (IOException e) {
            return failed("be opened", e);
        }
    }

    @Override
    public boolean write(Bytes blob, long offset, Bytes octets, boolean durable) {
        try (FileChannel channel = FileChannel.open(pathOf(blob), StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(octets.asReadOnlyArray());
            long at = offset;
            while (rest.hasRemaining()) {
                at += channel.write(rest, at);
            }
            if (durable) {
                channel.force(true);
            }
            return true;
        } catch (IOException e) {
            return failed("be written", e);
        }
    }

    @Override
    public @Nullable Bytes read(Bytes blob, long offset, int length) {
        try (FileChannel channel = FileChannel.open(pathOf(blob), StandardOpenOption.READ)) {
            ByteBuffer octets = ByteBuffer.allocate(length);
            int count = 0;
            while (octets.hasRemaining() && count >= 0) {
                count = channel.read(octets, offset + octets.position());
            }
            return octets.hasRemaining() ? null : Bytes.takingOver(octets.array());
        } catch (IOException e) {
            failed("be read", e);
            return null;
        }
    }

    @Override
    public boolean delete(Bytes blob) {
        try {
            Files.deleteIfExists(pathOf(blob));
            return true;
        } catch (IOException e) {
            return failed("be deleted", e);
        }
    }

    private Path pathOf(Bytes blob) {
        return folder.resolve(blob.toHex());
    }

    private static boolean failed(String what, IOException why) {
        LOG.warn("a file in {} could not {}: {}", NAME, what, why.getMessage());
        return false;
    }
}
