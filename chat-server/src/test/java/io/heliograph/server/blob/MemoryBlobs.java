package io.heliograph.server.blob;

import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A disk in memory that can be full or broken. It outlives a relay that is killed, with whatever was written. */
public final class MemoryBlobs implements Blobs {
    private final Map<Bytes, byte[]> files = new HashMap<>();
    private boolean broken;
    private long roomBytes = Long.MAX_VALUE;

    /** From now on nothing can be written. */
    public void setBroken(boolean now) {
        broken = now;
    }

    public void setRoom(long bytes) {
        roomBytes = bytes;
    }

    public int fileCount() {
        return files.size();
    }

    /** What is in the file; empty if there is none. */
    public Bytes contentOf(Bytes blob) {
        return Bytes.copyOf(files.getOrDefault(blob, new byte[0]));
    }

    @Override
    public boolean hasRoomFor(long bytes) {
        return bytes <= roomBytes;
    }

    @Override
    public boolean cut(Bytes blob, long bytes) {
        byte[] file = files.getOrDefault(blob, new byte[0]);
        if (broken || file.length < bytes) {
            return false;
        }
        files.put(blob, Arrays.copyOf(file, (int) bytes));
        return true;
    }

    @Override
    public boolean write(Bytes blob, long offset, Bytes octets, boolean durable) {
        byte[] file = files.get(blob);
        if (broken || file == null || file.length != offset) {
            return false; // a hole would be a defect of ours
        }
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.writeBytes(file);
        longer.writeBytes(octets.toArray());
        files.put(blob, longer.toByteArray());
        return true;
    }

    @Override
    public @Nullable Bytes read(Bytes blob, long offset, int length) {
        byte[] file = files.get(blob);
        return file == null || file.length < offset + length ? null : Bytes.copyOf(file, (int) offset, length);
    }

    @Override
    public boolean delete(Bytes blob) {
        if (!broken) {
            files.remove(blob);
        }
        return !broken;
    }
}
