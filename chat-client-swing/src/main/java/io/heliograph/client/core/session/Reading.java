package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.ConversationState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far the user has read one conversation and how much of it is unread, told when it has changed.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Reading {
    private final Target where;
    private final Consumer<ClientEvent> events;
    private final OwnMarks marks;
    private final Unread unread;
    private final boolean byItself;
    private ClientEvent.@Nullable UnreadChanged told;

    /** {@code byItself}: what is shown is read, as nobody looks who could say so. */
    Reading(Target where, ConversationState state, Timeline timeline, Consumer<ClientEvent> events, boolean byItself) {
        this.where = where;
        this.events = events;
        this.byItself = byItself;
        this.marks = new OwnMarks(state.deliveredSeq(), state.readSeq());
        this.unread = new Unread(timeline);
        unread.onCounted(state);
    }

    // Inputs

    /** The relay has counted anew, on a new connection. */
    void onState(ConversationState now) {
        marks.onTold(now.deliveredSeq(), now.readSeq());
        unread.onCounted(now);
    }

    /** The relay has these marks of the user. */
    void onMarks(long deliveredSeq, long readSeq) {
        marks.onTold(deliveredSeq, readSeq);
    }

    /** A line at the end is loaded and shown. */
    void onShown(Line line) {
        unread.onLoaded(line);
        reach(line.seq());
    }

    /** A line of an older page is loaded. */
    void onOlder(Line line) {
        if (line.seq() > marks.readSeq()) {
            unread.onLoaded(line);
        }
    }

    /** This client has everything up to {@code seq}. */
    void reach(long seq) {
        marks.deliver(seq);
        if (byItself) {
            marks.read(seq);
        }
    }

    /** The user has seen everything up to {@code seq}. */
    void read(long seq) {
        marks.read(seq);
    }

    // Outputs

    /** Tells what is unread if that is not what was told last. */
    void tell() {
        long readSeq = marks.readSeq();
        ClientEvent.UnreadChanged now =
                new ClientEvent.UnreadChanged(where, readSeq, unread.count(readSeq), unread.mentionCount(readSeq));
        if (!now.equals(told)) {
            told = now;
            events.accept(now);
        }
    }

    OwnMarks marks() {
        return marks;
    }
}
