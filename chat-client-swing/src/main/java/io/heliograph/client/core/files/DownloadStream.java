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
 * <p>A relay that says nothing is asked again for what is left of each slice, and after a few times waited for. What it
 * was asked before may still come and is as good: a slow path makes it silent, too.
 *
 * <p>Holds as many slices as may be asked for at once. Not thread-safe; owned by its download.
 */
final class DownloadStream {
    /** Chosen by us: longer than a relay and a path take that work at all. */
    static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(30);
    /** Chosen by us. */
    static final int MAX_REPEATS = 3;

    static final String SILENT = "the server does not send what it was asked for: /resume asks it again";

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
    /** When something new came last, or was asked for when nothing else was. */
    private long heardNs;

    private int repeats;
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
        if (isGivenUp()) {
            waitsFor = "";
        }
        repeats = 0;
        dropSlices();
    }

    /** The user does not want to wait. */
    void hurry(long nowNs) {
        notBeforeNs = nowNs;
        if (isGivenUp()) {
            repeats = 0;
            waitsFor = "";
            heardNs = nowNs - SILENCE_NS;
        }
    }

    /** Nothing of it is wanted any more, until it is pumped again. */
    void stop() {
        waitsFor = "";
        repeats = 0;
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
            heardNs = slices.isEmpty() ? nowNs : heardNs;
            slices.add(slice);
            ask(slice, nowNs);
        }
    }

    /** To be called whether it is pumped or not; true if it was given up just now. */
    boolean watch(long nowNs) {
        if (nowNs < silentAtNs()) {
            return false;
        } else if (repeats == MAX_REPEATS) {
            repeats++;
            waitsFor = SILENT;
            return true;
        }
        repeats++;
        repeat(nowNs);
        return false;
    }

    long nextTimeoutNs(long nowNs) {
        long silentAtNs = silentAtNs();
        return Math.min(
                notBeforeNs > nowNs ? notBeforeNs : NanoClock.NEVER_NS,
                silentAtNs > nowNs ? silentAtNs : NanoClock.NEVER_NS);
    }

    // Queries

    /** It was asked often enough: only the relay, the user or another connection change that. */
    boolean isGivenUp() {
        return repeats > MAX_REPEATS;
    }

    boolean isWaiting() {
        return !online || !waitsFor.isEmpty();
    }

    /** What for; empty for a connection, and while it does not wait. */
    String waitsFor() {
        return waitsFor;
    }

    // Private

    private long silentAtNs() {
        return slices.isEmpty() || isGivenUp() ? NanoClock.NEVER_NS : heardNs + SILENCE_NS;
    }

    private void repeat(long nowNs) {
        heardNs = nowNs;
        slices.forEach(slice -> ask(slice, nowNs));
    }

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
                heardNs = nowNs;
                repeats = 0;
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
