package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One's own messages from the keyboard to the relay: shown at once, kept on disk, sent, answered.
 *
 * <pre>
 *   say --flush--> QUEUED --pump--> SENT --POSTED--> STORED
 *   any of them --REJECTED, cancel--> FAILED
 * </pre>
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Postbox implements Conversation.OwnPostings {
    private final Outbox outbox = new Outbox();
    private final List<OutboxEntry> staged = new ArrayList<>();
    private final OutboxStore store;
    private final Consumer<ClientEvent> events;
    private int maxBodyBytes = Bounds.MAX_BODY_BYTES;

    Postbox(OutboxStore store, Consumer<ClientEvent> events) {
        this.store = store;
        this.events = events;
    }

    // Commands

    /** Shows what an earlier run left, and returns the rooms that it waits for. */
    List<Target> restore(String author) {
        List<Target> rooms = new ArrayList<>();
        for (OutboxEntry entry : store.restored()) {
            if (outbox.add(entry)) {
                show(entry, author);
                report(entry.id(), MessageState.QUEUED, "");
                if (entry.to().isRoom()) {
                    rooms.add(entry.to());
                }
            }
        }
        return rooms;
    }

    /** {@code to} as the relay writes it. */
    void post(MessageId id, Target to, PostingForm form, String author, long timeMs) {
        if (form.whyNot().isEmpty()) {
            stage(new OutboxEntry(id, to, form.kind(), form.refSeq(), timeMs, form.body()), author);
        } else {
            report(id, MessageState.FAILED, form.whyNot());
        }
    }

    /** Refuses a message that can go nowhere. */
    void refuse(MessageId id, String code, String text) {
        report(id, MessageState.FAILED, code + ": " + text);
    }

    void cancel(MessageId id) {
        boolean wasSent = outbox.wasSent(id);
        if (outbox.remove(id) != null) {
            forget(id);
            report(id, MessageState.FAILED, wasSent ? "cancelled; it may have reached the server" : "cancelled");
        }
    }

    /** Nothing to this room will be accepted any more. */
    void failAll(Target to, String reason) {
        for (OutboxEntry entry : outbox.entriesTo(to)) {
            outbox.remove(entry.id());
            forget(entry.id());
            report(entry.id(), MessageState.FAILED, reason);
        }
    }

    // Inputs

    void onConnectionLost() {
        outbox.onConnectionLost();
    }

    void onWelcome(ServerMessage.Welcome welcome) {
        maxBodyBytes = welcome.maxBodyBytes();
    }

    /** The relay has it; call when its place has been told. Nothing happens if that was known. */
    @Override
    public void onStored(MessageId id) {
        if (outbox.onPosted(id) != null) {
            forget(id);
            report(id, MessageState.STORED, "");
        }
    }

    void onRejected(ServerMessage.Rejected rejected, long nowNs) {
        if (rejected.retryMs() > 0) {
            outbox.onNotYet(rejected.id(), nowNs + TimeUnit.MILLISECONDS.toNanos(rejected.retryMs()));
        } else if (outbox.remove(rejected.id()) != null) {
            forget(rejected.id());
            report(rejected.id(), MessageState.FAILED, rejected.code() + ": " + rejected.text());
        }
    }

    // Outputs

    /**
     * Makes durable what was said since the last call, and only then calls it queued. Call once after a batch of
     * inputs.
     */
    void flush() {
        if (staged.isEmpty()) {
            return;
        }
        @Nullable String failure = writeStaged();
        for (OutboxEntry entry : staged) {
            if (failure != null) {
                outbox.remove(entry.id());
                report(entry.id(), MessageState.FAILED, failure);
            } else {
                report(entry.id(), MessageState.QUEUED, "");
            }
        }
        staged.clear();
    }

    /** Seals what may go, and hands it over. */
    void pump(ServerLink link, Sealing sealing, long nowNs) {
        OutboxEntry entry = outbox.pollSendable(nowNs, to -> sealing.mayGo(to, nowNs));
        while (entry != null) {
            Sealing.Sealed sealed = sealing.seal(entry, nowNs);
            String whyNot = sealed.whyNot();
            if (whyNot.isEmpty() && sealed.body().length() > maxBodyBytes) {
                whyNot = PostingForm.tooLong(sealed.body().length(), maxBodyBytes);
            }
            if (whyNot.isEmpty()) {
                link.send(
                        MessageCodec.encode(new ClientMessage.Post(
                                entry.id(), entry.to().address(), entry.kind(), entry.refSeq(), sealed.body())),
                        nowNs);
                report(entry.id(), MessageState.SENT, "");
            } else {
                outbox.remove(entry.id());
                forget(entry.id());
                report(entry.id(), MessageState.FAILED, whyNot);
            }
            entry = outbox.pollSendable(nowNs, to -> sealing.mayGo(to, nowNs));
        }
    }

    long nextTimeoutNs(long nowNs) {
        return outbox.nextTimeoutNs(nowNs);
    }

    // Queries

    /** Null if it is answered, or not of this device. */
    @Nullable
    OutboxEntry find(MessageId id) {
        return outbox.find(id);
    }

    @Override
    public boolean isWaiting(MessageId id) {
        return outbox.find(id) != null;
    }

    int unansweredCount() {
        return outbox.size();
    }

    boolean hasUnanswered(Target to) {
        return !outbox.entriesTo(to).isEmpty();
    }

    // Private

    private void stage(OutboxEntry entry, String author) {
        if (outbox.add(entry)) {
            staged.add(entry);
            show(entry, author);
        } else {
            report(entry.id(), MessageState.FAILED, "outbox_full: " + Outbox.MAX_ENTRIES + " messages wait already");
        }
    }

    private @Nullable String writeStaged() {
        try {
            for (OutboxEntry entry : staged) {
                store.append(entry);
            }
            store.sync();
            return null;
        } catch (IOException e) {
            return "disk: the outbox cannot be written (" + e.getMessage() + ")";
        }
    }

    private void forget(MessageId id) {
        try {
            store.settle(id);
        } catch (IOException e) {
            // The message would go out once more after a restart, and the relay or its readers would drop it by its
            // id.
            events.accept(new ClientEvent.Problem("disk", "the outbox cannot be written (" + e.getMessage() + ")"));
        }
    }

    /** What changes another line is shown when it has its place in the log. */
    private void show(OutboxEntry entry, String author) {
        if (entry.kind() == EntryKind.MESSAGE) {
            Entry unplaced = new Entry(0, entry.kind(), entry.id(), author, entry.timeMs(), 0, entry.body());
            Line line = new Line(unplaced, EntryKind.MESSAGE, author, null);
            events.accept(new ClientEvent.EntryShown(entry.to(), line.shown(), true));
        }
    }

    private void report(MessageId id, MessageState state, String reason) {
        events.accept(new ClientEvent.StateChanged(id, state, reason));
    }
}
