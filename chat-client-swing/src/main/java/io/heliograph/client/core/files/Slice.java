package io.heliograph.client.core.files;

import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.function.ObjLongConsumer;

/**
 * What was asked of the relay by one FILE_GET: some chunks, one after the other; repeated by others for what is left of
 * it. Believes nothing: what is not the next octets of what was asked for breaks it.
 *
 * <p>Holds one chunk at most. Not thread-safe; owned by its download.
 */
final class Slice {
    /** Chosen by us: as many as fit into one FILE_GET. */
    static final int MAX_CHUNKS = 3;

    private final FileSeal seal;
    private final Bytes blob;
    private final long endChunk;
    private final long endOffset;
    private long chunk;
    private byte[] octets;
    private int filled;
    private long nextOffset;
    private boolean broken;
    private boolean answered;
    private int asked;
    private int refused;

    Slice(FileSeal seal, Bytes blob, long firstChunk, long endChunk) {
        this.seal = seal;
        this.blob = blob;
        this.chunk = firstChunk;
        this.endChunk = endChunk;
        this.nextOffset = seal.sealedOffset(firstChunk);
        this.endOffset = seal.sealedOffset(endChunk - 1) + sealedLength(endChunk - 1);
        this.octets = new byte[sealedLength(firstChunk)];
    }

    long offset() {
        return nextOffset;
    }

    int length() {
        return (int) (endOffset - nextOffset);
    }

    /** For the first time, or again because nothing came. */
    void onAsked() {
        asked++;
    }

    /** True if the relay was asked more than once and has not refused everything: what is left may still come. */
    boolean onRefused() {
        refused++;
        return refused < asked;
    }

    /** False if it is not what was asked for; {@code onChunk} is told of each chunk that is complete. */
    boolean onData(ServerMessage.FileData data, ObjLongConsumer<Bytes> onChunk) {
        long length = data.octets().length();
        // Several answers to the same question: one of them brings what another has brought.
        long known = asked > 1 ? nextOffset - data.offset() : 0;
        boolean sound = !broken
                && !answered
                && data.blob().equals(blob)
                && known >= 0
                && data.offset() == nextOffset - known
                && length > 0
                && length <= endOffset - data.offset()
                && data.last() == (length == endOffset - data.offset());
        if (!sound) {
            broken = true;
            return false;
        }
        answered = data.last();
        if (known < length) {
            take(Bytes.copyOf(data.octets().asReadOnlyArray(), (int) known, (int) (length - known)), onChunk);
        }
        return true;
    }

    /** What comes for it is not looked at any more. */
    void abandon() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /** The chunk that is being received: everything before it is complete. */
    long nextChunk() {
        return chunk;
    }

    long endChunk() {
        return endChunk;
    }

    private void take(Bytes part, ObjLongConsumer<Bytes> onChunk) {
        int from = 0;
        nextOffset += part.length();
        while (from < part.length()) {
            int length = Math.min(part.length() - from, octets.length - filled);
            System.arraycopy(part.asReadOnlyArray(), from, octets, filled, length);
            from += length;
            filled += length;
            if (filled == octets.length) {
                Bytes complete = Bytes.takingOver(octets);
                long number = chunk;
                chunk++;
                filled = 0;
                octets = chunk < endChunk ? new byte[sealedLength(chunk)] : new byte[0];
                onChunk.accept(complete, number);
            }
        }
    }

    private int sealedLength(long number) {
        return seal.chunkLength(number) + FileSeal.OVERHEAD_BYTES;
    }
}
