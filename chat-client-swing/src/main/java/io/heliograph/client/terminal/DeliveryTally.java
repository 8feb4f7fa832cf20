package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.MessageState;
import io.heliograph.common.message.MessageId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was said against what the server has answered: slows a fast writer down, and knows at the end whether
 * anything is missing.
 *
 * <p>Thread-safe.
 */
final class DeliveryTally {
    private final Set<MessageId> outstanding = new HashSet<>();
    /** Those that are waited for, and how far each has come. */
    private final Map<MessageId, FileTransfer> files = new HashMap<>();

    private final Map<MessageId, ClientCommand.AboutFiles> begunFiles = new HashMap<>();
    private long lastProgressNs;
    private int failedFileCount;
    private int requestCount;
    private int failedCount;
    private String firstFailure = "";
    private boolean connected;
    private boolean caughtUp;
    private boolean ended;
    /** Something waits for a person: what follows must not wait for it. */
    private boolean held;

    /** {@code requestCount}: what is asked for from the start, such as rooms. */
    DeliveryTally(int requestCount) {
        this.requestCount = requestCount;
    }

    /** Call before the message is submitted: its answer may come at once. */
    synchronized void onSaid(MessageId id) {
        outstanding.add(id);
    }

    /** Call before a file is submitted: it is waited for as long as it moves. */
    synchronized void onFile(MessageId id, ClientCommand.AboutFiles command) {
        begunFiles.put(id, command);
        lastProgressNs = System.nanoTime();
    }

    /** Something was asked for that will be answered by an event. */
    synchronized void onAsked() {
        requestCount++;
    }

    synchronized void onEvent(ClientEvent event) {
        MessageId waiting = waitingOf(event);
        if (waiting != null) {
            outstanding.add(waiting);
        } else if (event instanceof ClientEvent.StateChanged changed
                && changed.state().isSettled()) {
            outstanding.remove(changed.id());
            held &= !outstanding.isEmpty();
            if (changed.state() == MessageState.FAILED) {
                failedCount++;
                firstFailure = firstFailure.isEmpty() ? changed.reason() : firstFailure;
            }
        } else if (event instanceof ClientEvent.Connected) {
            connected = true;
            caughtUp = false;
        } else if (event instanceof ClientEvent.CaughtUp) {
            caughtUp = true;
        } else if (event instanceof ClientEvent.HeldBack) {
            held = true;
        } else if (event instanceof ClientEvent.Ended) {
            ended = true;
        } else if (!onFileEvent(event) && isAnswer(event)) {
            requestCount = Math.max(0, requestCount - 1);
        }
        notifyAll();
    }

    /** Nothing will be waited for any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until fewer than {@code maxCount} messages are unanswered; false when the client has ended. */
    synchronized boolean awaitRoom(int maxCount) throws InterruptedException {
        while (!ended && outstanding.size() >= maxCount) {
            wait();
        }
        return !ended;
    }

    /** Waits until the server has answered everything and what was missed is shown, at most {@code timeoutNs}. */
    synchronized void awaitSettled(long timeoutNs) throws InterruptedException {
        await(this::isSettled, timeoutNs);
    }

    /** The same for a command in between, which does not wait for what waits for a person. */
    synchronized void awaitTurn(long timeoutNs) throws InterruptedException {
        await(() -> held || isSettled(), timeoutNs);
    }

    /**
     * The same, and until the files are there: as long as one of them moves, and {@code stillForNs} more.
     *
     * @param all also those that an earlier run has left, or that are fetched by themselves
     */
    synchronized void awaitFiles(boolean all, long stillForNs) throws InterruptedException {
        lastProgressNs = System.nanoTime();
        long leftNs = stillForNs;
        while (!ended && leftNs > 0 && !(isSettled() && begunFiles.isEmpty() && (!all || files.isEmpty()))) {
            wait(TimeUnit.NANOSECONDS.toMillis(leftNs) + 1);
            leftNs = stillForNs - (System.nanoTime() - lastProgressNs);
        }
    }

    /**
     * Waits until there is a connection and everything asked for so far is answered; false when the client has ended.
     */
    synchronized boolean awaitReady() throws InterruptedException {
        while (!ended && (!connected || requestCount > 0)) {
            wait();
        }
        return !ended;
    }

    /** Waits for the first login, at most {@code timeoutNs}; true if there was one. */
    synchronized boolean awaitConnected(long timeoutNs) throws InterruptedException {
        await(() -> connected, timeoutNs);
        return connected;
    }

    synchronized int outstandingCount() {
        return outstanding.size();
    }

    /** How a client ends that has nothing more to say; {@code unsentLineCount}: lines that were too long. */
    synchronized Exit result(long unsentLineCount) {
        int missing = outstanding.size();
        if (missing > 0) {
            String what = missing == 1 ? "1 message was" : missing + " messages were";
            return new Exit(
                    ExitCode.NOT_DELIVERED,
                    what + " not delivered to the server; what is in the outbox goes out at the next start");
        }
        if (failedCount > 0) {
            String what = failedCount == 1 ? "1 message was" : failedCount + " messages were";
            return new Exit(ExitCode.NOT_DELIVERED, what + " not delivered: " + Wording.safe(firstFailure));
        }
        if (!begunFiles.isEmpty()) {
            String what = begunFiles.size() == 1 ? "1 file is" : begunFiles.size() + " files are";
            return new Exit(ExitCode.NOT_DELIVERED, what + " not there yet; the next start goes on where it stopped");
        }
        if (failedFileCount > 0) {
            String what = failedFileCount == 1 ? "1 file was" : failedFileCount + " files were";
            return new Exit(ExitCode.NOT_DELIVERED, what + " not brought over: " + Wording.safe(firstFailure));
        }
        if (unsentLineCount > 0) {
            return new Exit(ExitCode.NOT_DELIVERED, "lines that were too long were not sent: " + unsentLineCount);
        }
        return Exit.ok();
    }

    private boolean isSettled() {
        return connected && caughtUp && outstanding.isEmpty() && requestCount == 0;
    }

    /** False if it is not about a file. */
    private boolean onFileEvent(ClientEvent event) {
        if (event instanceof ClientEvent.FileProgress progress) {
            onFile(progress.file());
            return true;
        }
        boolean refused =
                event instanceof ClientEvent.Refused refusal && refusal.command() instanceof ClientCommand.AboutFiles;
        if (refused) {
            ClientEvent.Refused refusal = (ClientEvent.Refused) event;
            onRefusedFile((ClientCommand.AboutFiles) refusal.command(), refusal.text());
        }
        return refused;
    }

    private void onFile(FileTransfer file) {
        FileTransfer before = files.get(file.id());
        boolean moved = before == null || before.state() != file.state() || before.doneBytes() != file.doneBytes();
        lastProgressNs = moved ? System.nanoTime() : lastProgressNs;
        if (!file.state().isAtRest()) {
            files.put(file.id(), file);
            return;
        }
        files.remove(file.id());
        boolean begun = begunFiles.remove(file.id()) != null;
        if (begun && file.state() == FileState.FAILED) {
            failFile(file.reason());
        }
    }

    private void onRefusedFile(ClientCommand.AboutFiles refused, String reason) {
        if (begunFiles.values().remove(refused)) {
            failFile(reason);
        }
    }

    private void failFile(String reason) {
        failedFileCount++;
        firstFailure = firstFailure.isEmpty() ? reason : firstFailure;
    }

    private void await(BooleanSupplier goal, long timeoutNs) throws InterruptedException {
        long startNs = System.nanoTime();
        long leftNs = timeoutNs;
        while (!ended && !goal.getAsBoolean() && leftNs > 0) {
            // One more millisecond than the rounded time, because waiting for none means for ever.
            wait(TimeUnit.NANOSECONDS.toMillis(leftNs) + 1);
            leftNs = timeoutNs - (System.nanoTime() - startNs);
        }
    }

    /** An own message that the server has not stored; null for anything else. */
    private static @Nullable MessageId waitingOf(ClientEvent event) {
        boolean waits = event instanceof ClientEvent.EntryShown shown
                && shown.entry().own()
                && shown.entry().seq() == 0;
        return waits ? ((ClientEvent.EntryShown) event).entry().id() : null;
    }

    private static boolean isAnswer(ClientEvent event) {
        return event instanceof ClientEvent.Joined
                || event instanceof ClientEvent.JoinRefused
                || event instanceof ClientEvent.ConversationLeft
                || event instanceof ClientEvent.AdminOutput
                || event instanceof ClientEvent.Done
                || event instanceof ClientEvent.Refused
                || event instanceof ClientEvent.Problem
                || isList(event);
    }

    private static boolean isList(ClientEvent event) {
        return event instanceof ClientEvent.PageShown
                || event instanceof ClientEvent.MembersShown
                || event instanceof ClientEvent.RoomsListed
                || event instanceof ClientEvent.DevicesListed
                || event instanceof ClientEvent.ProfileShown
                || event instanceof ClientEvent.SearchShown
                || event instanceof ClientEvent.SearchRefused
                || event instanceof ClientEvent.AroundShown
                || event instanceof ClientEvent.VersionsShown
                || event instanceof ClientEvent.Exported;
    }
}
