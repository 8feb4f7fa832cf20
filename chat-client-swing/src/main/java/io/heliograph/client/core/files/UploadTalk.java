package io.heliograph.client.core.files;

import io.heliograph.client.core.e2e.RelayRequests;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What an upload asks of the relay, one question at a time: whether it takes the file, how much of it it has, to drop
 * it. A relay that asks for patience is given some; one that says nothing is asked again ({@link Patience}).
 *
 * <p>Not thread-safe; owned by its upload.
 */
final class UploadTalk {
    /** What comes of it; on the client's loop. */
    interface Hearer {
        /** False if it was stopped meanwhile: then nobody wants to know whether the relay would take it. */
        boolean isHearing();

        void onAllowed();

        /** The relay has {@code haveBytes} of the blob and waits for the rest. */
        void onBegun(long haveBytes);

        /** Whatever was said about it: the relay does not keep it. */
        void onDropped();

        void onRefused(String reason, long nowNs);

        /** What was sent is not called durable: the relay is to be asked how much of it it has. */
        void onStuck();

        /** After each of the others, and when there is something to wait for. */
        void onAnswered(long nowNs);
    }

    static final String SILENT = "the server does not answer: /resume asks it again";

    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(5);

    private final RelayRequests relay;
    private final Hearer hearer;
    private final Patience answer = new Patience();
    private final Patience progress = new Patience();
    private boolean online;
    /** Sends once more what is not answered; null if nothing is asked. */
    private @Nullable LongConsumer open;
    /** Changes with the connection: what was asked on another one is not answered any more. */
    private int line;

    private long notBeforeNs;
    private String waitsFor = "";

    UploadTalk(RelayRequests relay, Hearer hearer) {
        this.relay = relay;
        this.hearer = hearer;
    }

    // Inputs

    void onWelcome() {
        online = true;
    }

    void onConnectionLost() {
        online = false;
        line++;
        open = null;
        forgive();
    }

    /** More of it is durable than was known. */
    void onProgress(long nowNs) {
        progress.onHeard(nowNs);
    }

    /** {@code begun}: the relay was told of the blob before. */
    void onRefused(String code, String text, boolean begun, long nowNs) {
        boolean later =
                switch (code) {
                    case RefusalCode.BUSY, RefusalCode.READ_ONLY, RefusalCode.THROTTLED -> true;
                    // Of an upload that was begun: the server was started anew, and wants to hear of it again.
                    case RefusalCode.NO_SUCH_FILE -> begun;
                    default -> false;
                };
        if (later) {
            notBeforeNs = nowNs + RETRY_NS;
            waitsFor = text;
        } else {
            hearer.onRefused(text.isEmpty() ? code : text, nowNs);
        }
    }

    /** The user does not want to wait. */
    void hurry(long nowNs) {
        notBeforeNs = nowNs;
        waitsFor = "";
        answer.hurry(nowNs);
        progress.hurry(nowNs);
    }

    void stop() {
        waitsFor = "";
        forgive();
    }

    // Questions

    void askLimits(UploadRecord record, long nowNs) {
        ask(FileMessage.FileLimits::new, (said, atNs) -> onLimits(record, said, atNs), nowNs);
    }

    void begin(UploadRecord record, long nowNs) {
        long bytes = FileSeal.sealedBytes(record.sizeBytes());
        ask(
                request -> new FileMessage.FileBegin(request, record.blob(), bytes),
                (said, atNs) -> onState(record, said, atNs),
                nowNs);
    }

    void drop(UploadRecord record, long nowNs) {
        ask(request -> new FileMessage.FileDrop(request, record.blob()), (said, atNs) -> hearer.onDropped(), nowNs);
    }

    /**
     * {@code owed}: the relay is to say that what it was sent is durable. To be called whether there is a turn or not;
     * true if something was asked again or given up.
     */
    boolean watch(boolean owed, long nowNs) {
        LongConsumer question = open;
        Patience.Verdict onAnswer = answer.watch(question != null, nowNs);
        Patience.Verdict onProgress = progress.watch(owed && question == null, nowNs);
        if (question != null && onAnswer == Patience.Verdict.ASK_AGAIN) {
            question.accept(nowNs);
        } else if (onProgress == Patience.Verdict.ASK_AGAIN) {
            hearer.onStuck();
        }
        return onAnswer != Patience.Verdict.WAIT || onProgress != Patience.Verdict.WAIT;
    }

    long nextTimeoutNs(boolean owed, long nowNs) {
        long silentAtNs =
                Math.min(answer.nextTimeoutNs(isAsking(), nowNs), progress.nextTimeoutNs(owed && !isAsking(), nowNs));
        return Math.min(silentAtNs, notBeforeNs > nowNs ? notBeforeNs : NanoClock.NEVER_NS);
    }

    // Queries

    boolean isOnline() {
        return online;
    }

    boolean isAsking() {
        return open != null;
    }

    /** It was asked often enough: only the relay, the user or another connection change that. */
    boolean isGivenUp() {
        return answer.isGivenUp() || progress.isGivenUp();
    }

    /** Something may be asked or sent. */
    boolean isReady(long nowNs) {
        return online && nowNs >= notBeforeNs;
    }

    /** Another number is another connection. */
    int line() {
        return line;
    }

    /** What for; empty while it does not wait. */
    String waitsFor() {
        return isGivenUp() ? SILENT : waitsFor;
    }

    // Private

    private void ask(IntFunction<ClientMessage> question, RelayRequests.Answer hear, long nowNs) {
        int mine = line;
        LongConsumer asking = atNs -> relay.ask(
                question,
                (said, thenNs) -> {
                    if (mine == line) {
                        open = null;
                        answer.onHeard(thenNs);
                        hear.on(said, thenNs);
                        hearer.onAnswered(thenNs);
                    }
                },
                atNs);
        open = asking;
        asking.accept(nowNs);
    }

    private void forgive() {
        answer.forget();
        progress.forget();
    }

    private void onLimits(UploadRecord record, ServerMessage said, long nowNs) {
        if (!hearer.isHearing()) {
            return;
        } else if (said instanceof ServerMessage.FileLimitsTold limits) {
            String whyNot = FileLimits.whyNot(FileSeal.sealedBytes(record.sizeBytes()), limits);
            if (whyNot.isEmpty()) {
                hearer.onAllowed();
            } else {
                hearer.onRefused(whyNot, nowNs);
            }
        } else if (said instanceof ServerMessage.Refused refused) {
            onRefused(refused.code(), refused.text(), record.begun(), nowNs);
        }
    }

    private void onState(UploadRecord record, ServerMessage said, long nowNs) {
        if (!hearer.isHearing()) {
            return;
        } else if (said instanceof ServerMessage.FileState state) {
            boolean sound = state.blob().equals(record.blob())
                    && state.bytes() == FileSeal.sealedBytes(record.sizeBytes())
                    && state.haveBytes() >= 0
                    && state.haveBytes() <= state.bytes();
            if (sound) {
                waitsFor = "";
                hearer.onBegun(state.haveBytes());
            } else {
                hearer.onRefused(
                        "the server's answer about this file makes no sense: nothing can be sent through it", nowNs);
            }
        } else if (said instanceof ServerMessage.Refused refused) {
            onRefused(refused.code(), refused.text(), record.begun(), nowNs);
        }
    }
}
