package io.heliograph.client.core.profile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The files of this machine. Thread-safe: holds no state. */
final class DiskFiles implements LogFiles {

    private record OpenFile(FileChannel channel) implements LogFile {
        @Override
        public void write(byte[] octets) throws IOException {
            channel.position(channel.size());
            DurableFiles.writeFully(channel, ByteBuffer.wrap(octets));
        }

        @Override
        public void truncate(long lengthBytes) throws IOException {
            channel.truncate(lengthBytes);
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Override
    public LogFile create(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        DurableFiles.restrict(file, "rw-------");
        return append(file);
    }

    @Override
    public LogFile append(Path file) throws IOException {
        return new OpenFile(FileChannel.open(file, StandardOpenOption.WRITE));
    }

    @Override
    public void moveInto(Path fresh, Path file) throws IOException {
        DurableFiles.moveInto(fresh, file);
    }
}
