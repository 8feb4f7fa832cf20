package io.heliograph.client.swing.messages;

import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.message.MessageId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the own messages of a conversation have come.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class OwnMessages {
    private final Map<MessageId, Delivery> deliveries = new HashMap<>();
    private final Map<MessageId, Long> seqs = new HashMap<>();

    void remember(ShownEntry entry) {
        MessageId id = entry.id();
        if (entry.own() && id != null) {
            seqs.put(id, entry.seq());
            deliveries.putIfAbsent(id, entry.seq() == 0 ? Delivery.QUEUED : Delivery.STORED);
        }
    }

    /** False for a message that is not of this conversation. */
    boolean setState(MessageId id, MessageState state, String reason) {
        return deliveries.computeIfPresent(id, (key, known) -> known.withState(state, reason)) != null;
    }

    void setCounts(MessageId id, int delivered, int read, int of) {
        deliveries.put(id, deliveries.getOrDefault(id, Delivery.STORED).withCounts(delivered, read, of));
    }

    /** Null for a message of somebody else. */
    @Nullable
    Delivery delivery(ShownEntry entry) {
        if (!entry.own()) {
            return null;
        }
        MessageId id = entry.id();
        Delivery known = id == null ? null : deliveries.get(id);
        if (known == null) {
            return Delivery.STORED;
        }
        // A place in the log tells more than a state that was said before it.
        boolean late = entry.seq() != 0 && !known.state().isSettled();
        return late ? known.withState(MessageState.STORED, "") : known;
    }

    /** Its number; 0 while it waits, below 0 if it is not here. */
    long seqOf(MessageId id) {
        return seqs.getOrDefault(id, -1L);
    }

    /** Numbers are void; what has none yet goes on waiting. */
    void forgetStored() {
        seqs.values().removeIf(seq -> seq != 0);
        deliveries.keySet().retainAll(seqs.keySet());
    }
}
