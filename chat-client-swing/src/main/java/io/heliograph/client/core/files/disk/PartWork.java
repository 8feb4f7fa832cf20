package io.heliograph.client.core.files.disk;

import io.heliograph.client.core.files.FileDisk;
import io.heliograph.client.core.files.SafeNames;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** Writes files that are fetched. Blocks. Thread-safe: holds no state; each part belongs to one transfer. */
final class PartWork {
    /** More files of one name than anybody looks through. */
    private static final int MAX_NUMBER = 9_999;

    /** Not through a link that somebody has put there. */
    private static final Set<OpenOption> WRITING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private PartWork() {}

    static FileDisk.Prepared prepare(Path part, long sizeBytes) {
        try {
            Files.createDirectories(DiskTrouble.folderOf(part));
            try (FileChannel file = FileChannel.open(part, WRITING)) {
                if (file.size() > sizeBytes) {
                    file.truncate(sizeBytes);
                }
                long missingBytes = sizeBytes - file.size();
                if (missingBytes > 0 && Files.getFileStore(part).getUsableSpace() < missingBytes) {
                    return new FileDisk.Prepared(DiskTrouble.full(part), file.size());
                }
                return new FileDisk.Prepared("", file.size());
            }
        } catch (FileAlreadyExistsException e) {
            return new FileDisk.Prepared(DiskTrouble.folderOf(part) + " is no folder: name another one", 0);
        } catch (IOException e) {
            return new FileDisk.Prepared(DiskTrouble.writing(part, e), 0);
        } catch (ReadOnlyFileSystemException e) {
            return new FileDisk.Prepared(DiskTrouble.readOnly(part, e), 0);
        }
    }

    static FileDisk.Written write(Path part, FileSeal seal, long chunk, Bytes sealed) {
        byte[] octets = seal.open(chunk, sealed.asReadOnlyArray());
        if (octets == null) {
            return new FileDisk.Written("", false);
        }
        try (FileChannel file = FileChannel.open(part, WRITING)) {
            ByteBuffer buffer = ByteBuffer.wrap(octets);
            long at = chunk * FileSeal.CHUNK_BYTES;
            while (buffer.hasRemaining()) {
                at += file.write(buffer, at);
            }
            return new FileDisk.Written("", true);
        } catch (IOException e) {
            return new FileDisk.Written(DiskTrouble.writing(part, e), true);
        } catch (ReadOnlyFileSystemException e) {
            return new FileDisk.Written(DiskTrouble.readOnly(part, e), true);
        }
    }

    /**
     * The part gets a second name that nobody has: a link is made only where there is none, whoever else is writing
     * there. Where there are no links, an empty file holds the name until the part takes its place.
     */
    static FileDisk.Kept keep(Path part, String name) {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true); // before it is called complete
        } catch (IOException e) {
            return new FileDisk.Kept(DiskTrouble.writing(part, e), null);
        }
        try {
            for (int number = 1; number <= MAX_NUMBER; number++) {
                Path free = part.resolveSibling(SafeNames.numbered(name, number));
                if (isPart(free, part) || take(free, part)) {
                    return new FileDisk.Kept("", free);
                }
            }
            return new FileDisk.Kept("there are too many files called " + name + " there: name another folder", null);
        } catch (IOException e) {
            return new FileDisk.Kept(DiskTrouble.writing(part, e), null);
        }
    }

    static boolean discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            return true; // a hidden file that stays does no harm, and its transfer is over
        }
        return true;
    }

    /** An earlier run got as far as this and was killed. */
    private static boolean isPart(Path free, Path part) throws IOException {
        return Files.exists(free, LinkOption.NOFOLLOW_LINKS)
                && !Files.isSymbolicLink(free)
                && Files.isSameFile(free, part);
    }

    /** False if somebody has that name. */
    private static boolean take(Path free, Path part) throws IOException {
        try {
            Files.createLink(free, part);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException | UnsupportedOperationException e) {
            return takeByMoving(free, part);
        }
    }

    private static boolean takeByMoving(Path free, Path part) throws IOException {
        try {
            Files.createFile(free);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        Files.move(part, free, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }
}
