package io.heliograph.client.core.files.disk;

import io.heliograph.client.core.files.FileDisk;
import io.heliograph.client.core.files.FileHash;
import io.heliograph.client.core.files.SourceFile;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.Body;
import io.heliograph.common.util.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads files that are sent. Blocks; each call opens the file anew and lets go of it. Thread-safe: holds no state. */
final class SourceWork {
    private static final int READ_BYTES = 256 * 1024;

    private SourceWork() {}

    static FileDisk.Looked look(Path path) {
        SourceFile none = new SourceFile(path, 0, 0);
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return new FileDisk.Looked(path + " is a folder: send the files in it, or an archive of it", none);
            } else if (!attributes.isRegularFile()) {
                return new FileDisk.Looked(path + " is no ordinary file", none);
            } else if (attributes.size() > Body.File.MAX_SIZE_BYTES) {
                return new FileDisk.Looked(path + " is larger than any file that can be sent", none);
            }
            FileChannel.open(path, StandardOpenOption.READ).close();
            return new FileDisk.Looked("", new SourceFile(path, attributes.size(), modifiedMs(attributes)));
        } catch (IOException e) {
            return new FileDisk.Looked(DiskTrouble.reading(path, e), none);
        }
    }

    /** One piece, so that other work comes in between. */
    static FileDisk.Hashed hash(FileHash hash) {
        SourceFile source = hash.source();
        try (FileChannel file = FileChannel.open(source.path(), StandardOpenOption.READ)) {
            if (!isAsItWas(source)) {
                return new FileDisk.Hashed(changed(source), Bytes.EMPTY);
            }
            long endBytes = Math.min(source.sizeBytes(), hash.doneBytes() + FileDisk.HASH_STEP_BYTES);
            ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
            while (hash.doneBytes() < endBytes) {
                buffer.clear().limit((int) Math.min(READ_BYTES, endBytes - hash.doneBytes()));
                fill(file, buffer, hash.doneBytes());
                hash.update(buffer.array(), buffer.position());
            }
            return new FileDisk.Hashed("", hash.isComplete() ? hash.finish() : Bytes.EMPTY);
        } catch (EOFException e) {
            return new FileDisk.Hashed(changed(source), Bytes.EMPTY);
        } catch (IOException e) {
            return new FileDisk.Hashed(DiskTrouble.reading(source.path(), e), Bytes.EMPTY);
        }
    }

    static FileDisk.Chunk seal(SourceFile source, FileSeal seal, long chunk) {
        try (FileChannel file = FileChannel.open(source.path(), StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(seal.chunkLength(chunk));
            fill(file, buffer, chunk * FileSeal.CHUNK_BYTES);
            // After the reading: what was read is then no newer than what is looked at.
            return isAsItWas(source)
                    ? new FileDisk.Chunk("", Bytes.takingOver(seal.seal(chunk, buffer.array())))
                    : new FileDisk.Chunk(changed(source), Bytes.EMPTY);
        } catch (EOFException e) {
            return new FileDisk.Chunk(changed(source), Bytes.EMPTY);
        } catch (IOException e) {
            return new FileDisk.Chunk(DiskTrouble.reading(source.path(), e), Bytes.EMPTY);
        }
    }

    private static boolean isAsItWas(SourceFile source) throws IOException {
        BasicFileAttributes now = Files.readAttributes(source.path(), BasicFileAttributes.class);
        boolean sameTime = source.modifiedMs() == SourceFile.ANY_TIME || source.modifiedMs() == modifiedMs(now);
        return now.size() == source.sizeBytes() && sameTime;
    }

    /** A time before 1970 counts as 1970: it stands in a record that has no room for others. */
    private static long modifiedMs(BasicFileAttributes attributes) {
        return Math.max(0, attributes.lastModifiedTime().toMillis());
    }

    private static void fill(FileChannel file, ByteBuffer buffer, long offset) throws IOException {
        long at = offset;
        while (buffer.hasRemaining()) {
            int count = file.read(buffer, at);
            if (count < 0) {
                throw new EOFException();
            }
            at += count;
        }
    }

    private static String changed(SourceFile source) {
        return source.path() + " has changed since it was given: send it again";
    }
}
