package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
final class Postbox {
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

    void say(MessageId id, Target to, String text, String author, long timeMs) {
        String clean = withoutControls(text);
        int bytes = clean.getBytes(StandardCharsets.UTF_8).length;
        if (clean.isEmpty()) {
            report(id, MessageState.FAILED, "malformed: an empty message");
        } else if (bytes > Bounds.MAX_TEXT_BYTES) {
            report(id, MessageState.FAILED, tooLong(bytes, Bounds.MAX_TEXT_BYTES));
        } else {
            stage(new OutboxEntry(id, to, timeMs, MessageCodec.encode(new Body.Text(clean))), author);
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

    void onPosted(ServerMessage.Posted posted) {
        if (outbox.onPosted(posted.id()) != null) {
            forget(posted.id());
            report(posted.id(), MessageState.STORED, "");
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

    /** Hands over what may go. */
    void pump(ServerLink link, Predicate<Target> mayGo, long nowNs) {
        OutboxEntry entry = outbox.pollSendable(nowNs, mayGo);
        while (entry != null) {
            if (entry.body().length() > maxBodyBytes) {
                outbox.remove(entry.id());
                forget(entry.id());
                report(entry.id(), MessageState.FAILED, tooLong(entry.body().length(), maxBodyBytes));
            } else {
                Bytes post = MessageCodec.encode(
                        new ClientMessage.Post(entry.id(), entry.to().address(), entry.body()));
                link.send(post, nowNs);
                report(entry.id(), MessageState.SENT, "");
            }
            entry = outbox.pollSendable(nowNs, mayGo);
        }
    }

    long nextTimeoutNs(long nowNs) {
        return outbox.nextTimeoutNs(nowNs);
    }

    // Queries

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

    private void show(OutboxEntry entry, String author) {
        events.accept(new ClientEvent.MessageShown(
                entry.id(), entry.to(), author, true, entry.timeMs(), Texts.of(entry.body())));
    }

    private void report(MessageId id, MessageState state, String reason) {
        events.accept(new ClientEvent.StateChanged(id, state, reason));
    }

    private static String tooLong(int bytes, int maxBytes) {
        return RefusalCode.TOO_LONG + ": the message has " + bytes + " bytes, at most " + maxBytes + " are allowed";
    }

    /** protocol.md 6: a text may hold line feeds, no other control characters but tab. */
    private static String withoutControls(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(codePoint -> codePoint == '\n' || codePoint == '\t' || !Character.isISOControl(codePoint))
                .map(codePoint -> isLoneSurrogate(codePoint) ? '\uFFFD' : codePoint)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
