package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.FileMessage.FileGet;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.FileData;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.blob.Blobs;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import io.heliograph.server.store.FileTable.FileRow;
import io.heliograph.server.store.Store;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Octets of blobs to those who ask for them, never more at once than a connection can take soon (protocol.md 14): the
 * rest waits on the disk.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Downloads {
    private static final int MAX_WAITING = 4;
    private static final long MAX_LINK_QUEUE_BYTES = 256 * 1024;
    private static final int MAX_PARTS_AT_ONCE = 3;

    private final Directory directory;
    private final Store store;
    private final Blobs blobs;
    private final Workers disk;
    private final Map<Session, Reading> readings = new HashMap<>();

    Downloads(Directory directory, RelayParts.Surroundings around) {
        this.directory = directory;
        this.store = around.store();
        this.blobs = around.blobs();
        this.disk = around.disk();
    }

    /** What one session has asked for. */
    private static final class Reading {
        private final Deque<Range> ranges = new ArrayDeque<>();
        private int askedCount;
        private boolean busy;
    }

    /** What is left of one request. */
    private record Range(FileGet asked, long offset, long end) {
        int nextBytes() {
            return (int) Math.min(end - offset, MAX_PARTS_AT_ONCE * (long) Bounds.MAX_FILE_PART_BYTES);
        }
    }

    void onGet(Session session, FileGet asked) {
        Reading reading = readings.computeIfAbsent(session, unused -> new Reading());
        if (reading.askedCount >= MAX_WAITING) {
            String text = "Too many parts at once: wait for those asked for.";
            session.send(new Refused(asked.request(), RefusalCode.BUSY, text));
            return;
        }
        reading.askedCount++;
        store.read(
                tables -> Optional.ofNullable(tables.files().find(asked.blob())),
                (row, nowNs) -> onFound(session, reading, asked, row.orElse(null)),
                (fault, nowNs) -> refuse(session, reading, asked, Decision.codeOf(fault), Decision.textOf(fault)));
    }

    void forget(Session gone) {
        readings.remove(gone);
    }

    /** The link may have room again. */
    void onWritable(Session session) {
        Reading reading = readings.get(session);
        if (reading != null) {
            pump(session, reading);
        }
    }

    private void onFound(Session session, Reading reading, FileGet asked, @Nullable FileRow row) {
        if (row == null || !row.isComplete() || row.expiresMs() <= directory.nowMs()) {
            refuseMissing(session, reading, asked);
        } else if (asked.offset() >= row.bytes()) {
            refuse(session, reading, asked, RefusalCode.BAD_VALUE, "The file ends before that.");
        } else {
            long end = Math.min(row.bytes(), asked.offset() + asked.length());
            reading.ranges.add(new Range(asked, asked.offset(), end));
            pump(session, reading);
        }
    }

    private void pump(Session session, Reading reading) {
        Range range = reading.ranges.peek();
        boolean hasRoom = session.link().queuedFileBytes() < MAX_LINK_QUEUE_BYTES;
        if (range == null || reading.busy || session.isClosed() || !hasRoom) {
            return;
        }
        reading.busy = true;
        boolean accepted = disk.submit(() -> partsOf(blobs, range), (parts, nowNs) -> {
            reading.busy = false;
            onRead(session, reading, range, parts);
        });
        if (!accepted) {
            reading.busy = false;
            reading.ranges.remove();
            String text = "The server has too much to do: try again in a moment.";
            refuse(session, reading, range.asked(), RefusalCode.BUSY, text);
        }
    }

    /** On the thread of the disk, encoding as well; none: they are not there. */
    private static List<Bytes> partsOf(Blobs blobs, Range range) {
        Bytes octets = blobs.read(range.asked().blob(), range.offset(), range.nextBytes());
        List<Bytes> parts = new ArrayList<>();
        int length = octets == null ? 0 : octets.length();
        for (int at = 0; octets != null && at < length; at += Bounds.MAX_FILE_PART_BYTES) {
            int count = Math.min(Bounds.MAX_FILE_PART_BYTES, length - at);
            long offset = range.offset() + at;
            parts.add(MessageCodec.encode(new FileData(
                    range.asked().request(),
                    range.asked().blob(),
                    offset,
                    Bytes.copyOf(octets.asReadOnlyArray(), at, count),
                    offset + count == range.end())));
        }
        return parts;
    }

    private void onRead(Session session, Reading reading, Range range, List<Bytes> parts) {
        reading.ranges.remove();
        if (parts.isEmpty()) {
            refuseMissing(session, reading, range.asked());
        }
        parts.forEach(part -> session.sendOn(SessionLink.FILE_LANE, part));
        long offset = range.offset() + range.nextBytes();
        if (!parts.isEmpty() && offset < range.end()) {
            reading.ranges.addFirst(new Range(range.asked(), offset, range.end()));
        } else if (!parts.isEmpty()) {
            reading.askedCount--;
        }
        pump(session, reading);
    }

    private static void refuseMissing(Session session, Reading reading, FileGet asked) {
        String text = "This file is not there: it was never complete, its time is over, or it was taken away.";
        refuse(session, reading, asked, RefusalCode.NO_SUCH_FILE, text);
    }

    private static void refuse(Session session, Reading reading, FileGet asked, String code, String text) {
        reading.askedCount--;
        session.send(new Refused(asked.request(), code, text));
    }
}
