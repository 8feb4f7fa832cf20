package io.heliograph.client.core.session;

import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.time.NanoClock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far the user has got in one conversation, and what of that the relay has been told: at most once a second
 * (protocol.md 8.7).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class OwnMarks {
    static final long EVERY_NS = TimeUnit.SECONDS.toNanos(1);

    private long deliveredSeq;
    private long readSeq;
    private long toldDeliveredSeq;
    private long toldReadSeq;
    private long notBeforeNs = Long.MIN_VALUE;

    OwnMarks(long deliveredSeq, long readSeq) {
        onTold(deliveredSeq, readSeq);
    }

    /** The relay knows this much: it said so. */
    void onTold(long delivered, long read) {
        toldDeliveredSeq = Math.max(toldDeliveredSeq, delivered);
        toldReadSeq = Math.max(toldReadSeq, read);
        deliver(delivered);
        read(read);
    }

    void deliver(long seq) {
        deliveredSeq = Math.max(deliveredSeq, seq);
    }

    void read(long seq) {
        readSeq = Math.max(readSeq, seq);
        deliver(seq);
    }

    /** What the relay is to be told now; null if nothing. */
    ClientMessage.@Nullable Marks poll(long conversation, long nowNs) {
        if (nowNs < notBeforeNs) {
            return null;
        }
        ClientMessage.Marks news = pollLast(conversation);
        notBeforeNs = news == null ? notBeforeNs : nowNs + EVERY_NS;
        return news;
    }

    /** The same without regard to the time: the client is about to leave. */
    ClientMessage.@Nullable Marks pollLast(long conversation) {
        if (!isNews()) {
            return null;
        }
        toldDeliveredSeq = deliveredSeq;
        toldReadSeq = readSeq;
        return new ClientMessage.Marks(conversation, deliveredSeq, readSeq);
    }

    /** What was said on a connection that is gone may not have arrived: it is said once more. */
    void onConnectionLost() {
        toldDeliveredSeq = 0;
        toldReadSeq = 0;
        notBeforeNs = Long.MIN_VALUE;
    }

    long nextTimeoutNs() {
        return isNews() ? notBeforeNs : NanoClock.NEVER_NS;
    }

    long readSeq() {
        return readSeq;
    }

    private boolean isNews() {
        return deliveredSeq > toldDeliveredSeq || readSeq > toldReadSeq;
    }
}
