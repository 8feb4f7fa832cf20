package io.heliograph.client.core.profile;

import io.heliograph.client.core.profile.LogFiles.LogFile;
import io.heliograph.client.core.profile.LogReader.Outcome;
import io.heliograph.client.core.profile.LogReader.Scan;
import io.heliograph.client.core.profile.LogReader.Sink;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file to which sealed records are appended, and which is made anew as a whole. {@link LogFormat} has its octets.
 *
 * <p>A last record that was not written completely is cut off; damage anywhere else is refused, and nothing is
 * changed. Not thread-safe.
 */
final class SealedLog implements AutoCloseable {
    /**
     * Where a log is and what opens it.
     *
     * @param label names what it is for, in ASCII; logs of different labels have different keys
     */
    record Place(Path file, String label, SecretBytes master, RandomSource random, LogFiles files) {
        Path fresh() {
            return file.resolveSibling(file.getFileName() + ".new");
        }
    }

    /** Writes the records of a log that is made anew. */
    interface Fill {
        void into(Appender out) throws IOException;
    }

    /** Takes the content of one record. */
    interface Appender {
        void append(byte[] content) throws IOException;
    }

    private final Place place;
    private LogFormat format;
    private @Nullable LogFile file;
    private long endBytes;
    private long nextIndex;
    private long tornBytes;
    private boolean endIsClean = true;

    private SealedLog(Place place, LogFormat format) {
        this.place = place;
        this.format = format;
    }

    /** A log without records, in the place of what may be there. */
    static SealedLog create(Place place) throws IOException {
        SealedLog log = new SealedLog(place, LogFormat.fresh(place.master(), place.label(), place.random()));
        log.replace(out -> {});
        return log;
    }

    /** Brings the content of each record to {@code sink}; what it refuses is damage. */
    static SealedLog open(Place place, Sink sink) throws IOException, ProfileException {
        if (!Files.exists(place.file())) {
            throw missing(place.file());
        }
        Files.deleteIfExists(place.fresh());
        try (InputStream in = Files.newInputStream(place.file())) {
            byte[] header = in.readNBytes(LogFormat.HEADER_BYTES);
            LogFormat format = LogFormat.of(header, false, place.master(), place.label(), place.random());
            if (format == null) {
                throw damaged(place.file(), 0);
            }
            SealedLog log = new SealedLog(place, format);
            log.recover(LogReader.read(in, format, sink));
            return log;
        }
    }

    /** After a failure the log is as it was before. */
    void append(byte[] content) throws IOException {
        LogFile out = opened();
        if (!endIsClean) {
            out.truncate(endBytes);
            endIsClean = true;
        }
        byte[] record = format.record(nextIndex, content);
        try {
            out.write(record);
        } catch (IOException e) {
            endIsClean = false;
            tryToCut(out);
            throw e;
        }
        endBytes += record.length;
        nextIndex++;
    }

    void force() throws IOException {
        opened().force();
    }

    /** Makes the log anew, whole or not at all; {@code fill} may read the old one meanwhile. */
    void replace(Fill fill) throws IOException {
        LogFormat renewed = LogFormat.fresh(place.master(), place.label(), place.random());
        long[] written = {LogFormat.HEADER_BYTES, 0};
        try (LogFile out = place.files().create(place.fresh())) {
            out.write(renewed.header());
            fill.into(content -> {
                byte[] record = renewed.record(written[1], content);
                out.write(record);
                written[0] += record.length;
                written[1]++;
            });
            out.force();
        }
        close(); // some systems replace no file that is open
        place.files().moveInto(place.fresh(), place.file());
        format = renewed;
        endBytes = written[0];
        nextIndex = written[1];
        endIsClean = true;
    }

    /** Reads what is there once more. */
    void forEach(Sink sink) throws IOException {
        try (InputStream in = Files.newInputStream(place.file())) {
            in.skipNBytes(LogFormat.HEADER_BYTES);
            Scan scan = LogReader.read(in, format, sink);
            if (scan.outcome() != Outcome.WHOLE || scan.goodBytes() != endBytes) {
                throw new IOException(place.file() + " has changed on disk");
            }
        }
    }

    long sizeBytes() {
        return endBytes;
    }

    /** How much of a write that did not come to its end was cut off when the log was opened; 0 for none. */
    long tornBytes() {
        return tornBytes;
    }

    Path path() {
        return place.file();
    }

    @Override
    public void close() throws IOException {
        LogFile out = file;
        file = null;
        if (out != null) {
            out.close();
        }
    }

    private void recover(Scan scan) throws IOException, ProfileException {
        if (scan.outcome() == Outcome.DAMAGED) {
            throw damaged(place.file(), scan.goodBytes());
        }
        endBytes = scan.goodBytes();
        nextIndex = scan.recordCount();
        if (scan.outcome() == Outcome.TORN) {
            tornBytes = Files.size(place.file()) - endBytes;
            opened().truncate(endBytes);
        }
    }

    private LogFile opened() throws IOException {
        LogFile out = file;
        if (out == null) {
            out = place.files().append(place.file());
            file = out;
        }
        return out;
    }

    /** What follows must not be read as damage. */
    private void tryToCut(LogFile out) {
        try {
            out.truncate(endBytes);
            endIsClean = true;
        } catch (IOException e) {
            endIsClean = false; // the next append tries again
        }
    }

    private static ProfileException missing(Path file) {
        return new ProfileException("the profile's file " + file + " is missing: nothing was changed; restore it from a"
                + " copy, or start once with --repair-profile to go on without what it held");
    }

    private static ProfileException damaged(Path file, long atByte) {
        return new ProfileException("the profile's file " + file + " is damaged at byte " + atByte
                + ": nothing was changed; restore it from a copy, start once with --repair-profile to keep what can be"
                + " read, or choose another folder with --profile");
    }
}
