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
 * what was not answered or was spoilt is asked for again. A relay that says nothing is asked again for what is left of
 * each slice ({@link Patience}).
 *
 * <p>Holds as many slices as may be asked for at once. Not thread-safe; owned by its download.
 */
final class DownloadStream {
    static final String SILENT = "the server does not send what it was asked for: /resume asks it again";

    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(2);

    private final FileSeal seal;
    private final Bytes blob;
    private final ChunkLedger ledger;
    private final Ground ground;
    private final ObjLongConsumer<Bytes> onChunk;
    private final ObjLongConsumer<String> onFailure;
    private final List<Slice> slices = new ArrayList<>();
    private final Patience patience = new Patience();
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
        patience.forget();
        dropSlices();
    }

    /** The user does not want to wait. */
    void hurry(long nowNs) {
        notBeforeNs = nowNs;
        waitsFor = "";
        patience.hurry(nowNs);
    }

    /** Nothing of it is wanted any more, until it is pumped again. */
    void stop() {
        waitsFor = "";
        patience.forget();
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

    /** To be called whether it is pumped or not; true if it was given up just now. */
    boolean watch(long nowNs) {
        Patience.Verdict verdict = patience.watch(!slices.isEmpty(), nowNs);
        if (verdict == Patience.Verdict.ASK_AGAIN) {
            slices.forEach(slice -> ask(slice, nowNs));
        }
        return verdict == Patience.Verdict.GIVE_UP;
    }

    long nextTimeoutNs(long nowNs) {
        return Math.min(
                notBeforeNs > nowNs ? notBeforeNs : NanoClock.NEVER_NS,
                patience.nextTimeoutNs(!slices.isEmpty(), nowNs));
    }

    // Queries

    /** It was asked often enough: only the relay, the user or another connection change that. */
    boolean isGivenUp() {
        return patience.isGivenUp();
    }

    boolean isWaiting() {
        return !online || !waitsFor().isEmpty();
    }

    /** What for; empty for a connection, and while it does not wait. */
    String waitsFor() {
        return isGivenUp() ? SILENT : waitsFor;
    }

    // Private

    private void ask(Slice slice, long nowNs) {
        slice.onAsked();
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
            long before = slice.offset();
            boolean sound = slice.onData(data, onChunk);
            if (slice.offset() > before) {
                patience.onHeard(nowNs);
                waitsFor = "";
            }
            if (!sound) {
                drop(slice);
                countFailure(
                        slice.nextChunk(),
                        "the server sends something else than was asked for: /resume asks again",
                        nowNs);
            } else if (slice.nextChunk() == slice.endChunk()) {
                slices.remove(slice);
            }
        } else if (answer instanceof ServerMessage.Refused refused) {
            boolean mayCome = slice.onRefused() && isLater(refused);
            if (!mayCome) {
                drop(slice);
                onRefused(refused, nowNs);
            }
        }
    }

    private static boolean isLater(ServerMessage.Refused refused) {
        return switch (refused.code()) {
            case RefusalCode.BUSY, RefusalCode.READ_ONLY, RefusalCode.THROTTLED -> true;
            default -> false;
        };
    }

    private void onRefused(ServerMessage.Refused refused, long nowNs) {
        if (isLater(refused)) {
            notBeforeNs = nowNs + RETRY_NS;
            waitsFor = refused.text();
        } else if (refused.code().equals(RefusalCode.NO_SUCH_FILE)) {
            onFailure.accept("the server does not have this file any more: ask for it to be sent again", nowNs);
        } else {
            onFailure.accept(refused.text().isEmpty() ? refused.code() : refused.text(), nowNs);
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
