package io.heliograph.client.core.files;

import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;

/**
 * The octets of one blob on their way from the relay: slices are asked for, chunk after chunk comes out of them, and
 * what was not answered or was spoilt is asked for again.
 *
 * <p>Holds as many slices as may be asked for at once. Not thread-safe; owned by its download.
 */
final class DownloadStream {
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(2);

    private final FileSeal seal;
    private final Bytes blob;
    private final ChunkLedger ledger;
    private final Ground ground;
    private final ObjLongConsumer<Bytes> onChunk;
    private final ObjLongConsumer<String> onFailure;
    private final List<Slice> slices = new ArrayList<>();
    private boolean online;
    /** Changes with the connection: what was asked on another one is not answered any more. */
    private int line;

    private long notBeforeNs;
    private String waitsFor = "";

    /** {@code onChunk} is given sealed chunks with their numbers, {@code onFailure} why it goes no further. */
    DownloadStream(
            FileSeal seal,
            Bytes blob,
            ChunkLedger ledger,
            Ground ground,
            ObjLongConsumer<Bytes> onChunk,
            ObjLongConsumer<String> onFailure) {
        this.seal = seal;
        this.blob = blob;
        this.ledger = ledger;
        this.ground = ground;
        this.onChunk = onChunk;
        this.onFailure = onFailure;
    }

    // Inputs

    void onWelcome() {
        online = true;
    }

    void onConnectionLost() {
        online = false;
        line++;
        dropSlices();
    }

    /** The user does not want to wait. */
    void hurry(long nowNs) {
        notBeforeNs = nowNs;
    }

    /** Nothing of it is wanted any more, until it is pumped again. */
    void stop() {
        waitsFor = "";
        dropSlices();
        ledger.forgetUnderWay();
    }

    /** A chunk that is not of this file: asked for again, a few times. */
    void onSpoilt(long chunk, long nowNs) {
        ledger.release(chunk, chunk + 1);
        countFailure(chunk, "what the server has is not the file that was sent: ask for it to be sent again", nowNs);
    }

    // Outputs

    /** {@code maxSlices}: how many requests it may have open. */
    void pump(int maxSlices, long nowNs) {
        while (slices.size() < maxSlices && online && nowNs >= notBeforeNs) {
            ChunkLedger.Span span = ledger.take(Slice.MAX_CHUNKS, maxSlices * Slice.MAX_CHUNKS);
            if (span == null) {
                return;
            }
            Slice slice = new Slice(seal, blob, span.first(), span.end());
            slices.add(slice);
            ask(slice, nowNs);
        }
    }

    long nextTimeoutNs(long nowNs) {
        return notBeforeNs > nowNs ? notBeforeNs : NanoClock.NEVER_NS;
    }

    // Queries

    boolean isWaiting() {
        return !online || !waitsFor.isEmpty();
    }

    /** What for; empty for a connection, and while it does not wait. */
    String waitsFor() {
        return waitsFor;
    }

    // Private

    private void ask(Slice slice, long nowNs) {
        int mine = line;
        ground.relay()
                .ask(
                        request -> new FileMessage.FileGet(request, blob, slice.offset(), slice.length()),
                        (answer, atNs) -> {
                            if (mine == line && slices.contains(slice)) {
                                onAnswer(slice, answer, atNs);
                            }
                        },
                        nowNs);
    }

    private void onAnswer(Slice slice, ServerMessage answer, long nowNs) {
        if (answer instanceof ServerMessage.FileData data) {
            waitsFor = "";
            if (!slice.onData(data, onChunk)) {
                drop(slice);
                countFailure(
                        slice.nextChunk(),
                        "the server sends something else than was asked for: /resume asks again",
                        nowNs);
            } else if (slice.nextChunk() == slice.endChunk()) {
                slices.remove(slice);
            }
        } else if (answer instanceof ServerMessage.Refused refused) {
            drop(slice);
            onRefused(refused, nowNs);
        }
    }

    private void onRefused(ServerMessage.Refused refused, long nowNs) {
        switch (refused.code()) {
            case RefusalCode.BUSY, RefusalCode.READ_ONLY, RefusalCode.THROTTLED -> {
                notBeforeNs = nowNs + RETRY_NS;
                waitsFor = refused.text();
            }
            case RefusalCode.NO_SUCH_FILE ->
                onFailure.accept("the server does not have this file any more: ask for it to be sent again", nowNs);
            default -> onFailure.accept(refused.text().isEmpty() ? refused.code() : refused.text(), nowNs);
        }
    }

    private void countFailure(long chunk, String reason, long nowNs) {
        if (!ledger.mayTryAgain(chunk)) {
            onFailure.accept(reason, nowNs);
        }
    }

    private void drop(Slice slice) {
        slices.remove(slice);
        ledger.release(slice.nextChunk(), slice.endChunk());
    }

    private void dropSlices() {
        for (Slice slice : List.copyOf(slices)) {
            slice.abandon();
            drop(slice);
        }
    }
}
