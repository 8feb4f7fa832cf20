package io.heliograph.client.core.files;

import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.util.Bytes;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The octets of one blob on one connection: chunks come sealed from the disk and go out in parts, no further ahead of
 * what the relay has made durable than the protocol allows, and never so many that chat has to wait behind them.
 *
 * <p>Holds two chunks at most. Not thread-safe; owned by its upload.
 */
final class UploadStream {
    /** Fixed by the protocol. */
    static final long MAX_AHEAD_BYTES = 4 * 1024 * 1024;
    /** Chosen by us: what stands in the connection is sent before anything that is said now, at worst. */
    static final long MAX_QUEUED_BYTES = 256 * 1024;

    private record Sealed(long offset, Bytes octets) {
        boolean holds(long at) {
            return at >= offset && at < offset + octets.length();
        }
    }

    private final SourceFile source;
    private final Bytes blob;
    private final FileSeal seal;
    private final Ground ground;
    private final ObjLongConsumer<String> onFailure;
    private final long totalBytes;
    private @Nullable Sealed current;
    private @Nullable Sealed following;
    private boolean reading;
    private boolean broken;
    private long sentBytes;
    private long haveBytes;

    /** {@code onFailure} is told once why the file cannot be read any more. */
    UploadStream(UploadRecord record, FileSeal seal, long haveBytes, Ground ground, ObjLongConsumer<String> onFailure) {
        this.source = record.source();
        this.blob = record.blob();
        this.seal = seal;
        this.ground = ground;
        this.onFailure = onFailure;
        this.totalBytes = FileSeal.sealedBytes(record.sizeBytes());
        this.sentBytes = haveBytes;
        this.haveBytes = haveBytes;
    }

    /**
     * What is durable at the relay; more than this stream has sent, if an earlier one was still under way. True if it
     * is more than was known.
     */
    boolean onHave(long told) {
        boolean more = told > haveBytes;
        haveBytes = Math.max(haveBytes, told);
        sentBytes = Math.max(sentBytes, haveBytes);
        return more;
    }

    /** Everything before it has gone out. */
    long sentBytes() {
        return sentBytes;
    }

    /** Puts out what may go. */
    void pump(long nowNs) {
        boolean more = true;
        while (more && sentBytes < totalBytes && !broken) {
            Sealed chunk = take();
            more = chunk != null && send(chunk, nowNs);
        }
        readAhead();
    }

    /** All that may go has gone out: the relay is to say that it is durable. */
    boolean isOwed() {
        boolean mayGoOn =
                sentBytes < totalBytes && sentBytes + Bounds.MAX_FILE_PART_BYTES - haveBytes <= MAX_AHEAD_BYTES;
        return !mayGoOn && !isComplete() && ground.host().queuedBytes() == 0;
    }

    boolean isComplete() {
        return haveBytes == totalBytes;
    }

    /** Of a file of {@code sizeBytes}: what the relay has of it. */
    long doneBytes(long sizeBytes) {
        return isComplete() ? sizeBytes : Math.min(haveBytes, sizeBytes);
    }

    /** The chunk that comes next; null if it has to be read first. */
    private @Nullable Sealed take() {
        Sealed chunk = current;
        if (chunk == null || !chunk.holds(sentBytes)) {
            Sealed next = following;
            chunk = next != null && next.holds(sentBytes) ? next : null;
            current = chunk;
            following = null;
        }
        return chunk;
    }

    private boolean send(Sealed chunk, long nowNs) {
        int from = (int) (sentBytes - chunk.offset());
        int length = Math.min(Bounds.MAX_FILE_PART_BYTES, chunk.octets().length() - from);
        boolean mayGo = sentBytes + length - haveBytes <= MAX_AHEAD_BYTES
                && ground.host().queuedBytes() + length <= MAX_QUEUED_BYTES;
        if (!mayGo) {
            return false;
        }
        Bytes part = Bytes.copyOf(chunk.octets().asReadOnlyArray(), from, length);
        boolean sent = ground.host().send(new FileMessage.FilePut(blob, sentBytes, part), nowNs);
        sentBytes += sent ? length : 0;
        return sent;
    }

    private void readAhead() {
        Sealed chunk = current;
        boolean inside = chunk != null && chunk.holds(sentBytes);
        long nextOffset =
                chunk != null && inside ? chunk.offset() + chunk.octets().length() : sentBytes;
        if (reading || broken || following != null || nextOffset >= totalBytes) {
            return;
        }
        long number = nextOffset / (FileSeal.CHUNK_BYTES + FileSeal.OVERHEAD_BYTES);
        reading = true;
        ground.disk().seal(source, seal, number, (read, atNs) -> onChunk(number, read, atNs));
    }

    private void onChunk(long number, FileDisk.Chunk read, long nowNs) {
        reading = false;
        if (read.whyNot().isEmpty()) {
            following = new Sealed(seal.sealedOffset(number), read.octets());
        } else if (!broken) {
            broken = true;
            onFailure.accept(read.whyNot(), nowNs);
        }
    }
}
