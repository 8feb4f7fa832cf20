package io.heliograph.common.channel;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Events waiting for the log, the oldest dropped when nobody reads them. Not thread-safe. */
final class Trace {
    private static final int MAX_EVENTS = 512;

    private final ArrayDeque<TraceEvent> events = new ArrayDeque<>();

    void add(TraceEvent event) {
        if (events.size() == MAX_EVENTS) {
            events.remove();
        }
        events.add(event);
    }

    void addSent(long seq, RecordDraft draft) {
        StringBuilder frames = new StringBuilder();
        if (draft.lowestTold() != SentRecord.NO_ACK) {
            frames.append("ack ");
        }
        for (Part part : draft.parts()) {
            frames.append(part.message.lane).append('/').append(part.message.number);
            if (part.message.partCount > 1) {
                frames.append('.').append(part.index);
            }
            frames.append(part.isSentBefore ? "* " : " ");
        }
        if (draft.parts().isEmpty() && draft.isEliciting()) {
            frames.append("ping-or-datagram ");
        }
        boolean isRetransmission = draft.repeatedCount() > 0;
        add(new TraceEvent.Sent(seq, draft.length(), frames.toString().strip(), isRetransmission));
    }

    @Nullable
    TraceEvent poll() {
        return events.poll();
    }
}
