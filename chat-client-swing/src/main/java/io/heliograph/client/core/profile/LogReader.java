package io.heliograph.client.core.profile;

import io.heliograph.client.core.profile.LogFormat.Head;
import io.heliograph.common.crypto.AesGcm;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads a sealed log from its beginning, strictly: each record at its place. What it says of a file it never changes.
 *
 * <p>Not thread-safe.
 */
final class LogReader {
    private static final int BUFFER_BYTES = 128 * 1024;

    /** Takes the content of each record; false if it cannot be what it should be. */
    interface Sink {
        boolean take(byte[] content) throws IOException;
    }

    /** How a file ends. */
    enum Outcome {
        WHOLE,
        /** The last write did not come to its end. */
        TORN,
        DAMAGED
    }

    /**
     * What a file holds.
     *
     * @param goodBytes up to here everything is as it was written
     * @param recordCount in those
     */
    record Scan(Outcome outcome, long goodBytes, long recordCount) {}

    private final InputStream in;
    private final LogFormat format;
    private long offset = LogFormat.HEADER_BYTES;
    private long index;

    private LogReader(InputStream in, LogFormat format) {
        this.in = in;
        this.format = format;
    }

    /** {@code in} stands behind the header. */
    static Scan read(InputStream in, LogFormat format, Sink sink) throws IOException {
        LogReader reader = new LogReader(new BufferedInputStream(in, BUFFER_BYTES), format);
        Outcome outcome = reader.next(sink);
        while (outcome == Outcome.WHOLE && !reader.atEnd()) {
            outcome = reader.next(sink);
        }
        return new Scan(outcome, reader.offset, reader.index);
    }

    private boolean atEnd() throws IOException {
        in.mark(1);
        boolean end = in.read() < 0;
        in.reset();
        return end;
    }

    private Outcome next(Sink sink) throws IOException {
        byte[] start = in.readNBytes(LogFormat.HEAD_BYTES);
        if (start.length == 0) {
            return Outcome.WHOLE;
        }
        if (start.length < LogFormat.HEAD_BYTES) {
            return Outcome.TORN;
        }
        Head head = format.headAt(start, 0);
        if (head == null) {
            // Some file systems grow a file before its content arrives.
            boolean unwritten = LogFormat.isZero(start, LogFormat.HEAD_BYTES - Integer.BYTES, start.length);
            return unwritten && restIsZero() ? Outcome.TORN : Outcome.DAMAGED;
        }
        if (head.index() != index) {
            return Outcome.DAMAGED; // records were moved, or some are gone
        }
        int length = AesGcm.NONCE_BYTES + head.sealedBytes();
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            return Outcome.TORN;
        }
        byte[] content = format.open(index, body, 0, head.sealedBytes());
        if (content == null) {
            boolean unwritten = LogFormat.looksUnwritten(body, offset + LogFormat.HEAD_BYTES);
            return unwritten && restIsZero() ? Outcome.TORN : Outcome.DAMAGED;
        }
        if (!sink.take(content)) {
            return Outcome.DAMAGED;
        }
        offset += head.recordBytes();
        index++;
        return Outcome.WHOLE;
    }

    private boolean restIsZero() throws IOException {
        byte[] rest = in.readNBytes(BUFFER_BYTES);
        while (rest.length > 0) {
            if (!LogFormat.isZero(rest, 0, rest.length)) {
                return false;
            }
            rest = in.readNBytes(BUFFER_BYTES);
        }
        return true;
    }

    /**
     * Whatever opens, wherever damage stands between: the records of {@code file} in their order. Returns how many
     * octets belong to none.
     */
    static long salvage(byte[] file, LogFormat format, Sink sink) throws IOException {
        int offset = Math.min(file.length, LogFormat.HEADER_BYTES);
        long lostBytes = 0;
        long last = -1;
        while (offset < file.length) {
            Head head = format.headAt(file, offset);
            boolean fits = head != null && head.index() > last && head.recordBytes() <= file.length - offset;
            byte[] content = fits && head != null
                    ? format.open(head.index(), file, offset + LogFormat.HEAD_BYTES, head.sealedBytes())
                    : null;
            if (content != null && head != null && sink.take(content)) {
                last = head.index();
                offset += (int) head.recordBytes();
            } else {
                offset++;
                lostBytes++;
            }
        }
        return lostBytes;
    }

    /** The first octets of {@code file}, or all of a shorter one. */
    static byte[] header(byte[] file) {
        return Arrays.copyOf(file, Math.min(file.length, LogFormat.HEADER_BYTES));
    }
}
