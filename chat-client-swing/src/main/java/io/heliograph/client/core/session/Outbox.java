package io.heliograph.client.core.session;

import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.time.NanoClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was said and is not answered, each conversation in its order (protocol.md 8.2).
 *
 * <p>The first message to each conversation on a new connection goes alone: while a relay that has just started
 * answers "not yet", a
 * second one could otherwise be accepted before the first is repeated. After the first acceptance up to {@value
 * #MAX_IN_FLIGHT} are
 * under way at once.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Outbox {
    /** Fixed by the protocol. */
    static final int MAX_IN_FLIGHT = 128;
    /** Chosen by us: more than anybody types while offline, and a bound for what a program may pile up. */
    static final int MAX_ENTRIES = 10_000;

    private static final class Item {
        final OutboxEntry entry;
        final long ordinal;
        boolean inFlight;
        boolean wasSent;

        Item(OutboxEntry entry, long ordinal) {
            this.entry = entry;
            this.ordinal = ordinal;
        }
    }

    private static final class Conversation {
        final SortedMap<Long, Item> waiting = new TreeMap<>();
        int inFlightCount;
        /** The relay has accepted something for it on this connection. */
        boolean proven;

        long notBeforeNs;
    }

    private final Map<MessageId, Item> items = new LinkedHashMap<>();
    private final Map<String, Conversation> conversations = new HashMap<>();
    private long nextOrdinal;
    private int inFlightCount;

    // Commands

    /** False if the outbox is full or holds {@code entry} already. */
    boolean add(OutboxEntry entry) {
        if (items.size() >= MAX_ENTRIES || items.containsKey(entry.id())) {
            return false;
        }
        Item item = new Item(entry, nextOrdinal++);
        items.put(entry.id(), item);
        conversation(entry.to()).waiting.put(item.ordinal, item);
        return true;
    }

    // Inputs

    /** Everything unanswered goes out again on the next connection, with the same ids. */
    void onConnectionLost() {
        for (Item item : items.values()) {
            if (item.inFlight) {
                item.inFlight = false;
                conversation(item.entry.to()).waiting.put(item.ordinal, item);
            }
        }
        for (Conversation conversation : conversations.values()) {
            conversation.inFlightCount = 0;
            conversation.proven = false;
            conversation.notBeforeNs = 0;
        }
        inFlightCount = 0;
    }

    /** The relay has accepted it; null if it was not here. */
    @Nullable
    OutboxEntry onPosted(MessageId id) {
        OutboxEntry entry = remove(id);
        if (entry != null) {
            conversation(entry.to()).proven = true;
            forgetIfIdle(entry.to());
        }
        return entry;
    }

    /** The relay asks for another try at {@code retryAtNs}. */
    void onNotYet(MessageId id, long retryAtNs) {
        Item item = items.get(id);
        if (item == null || !item.inFlight) {
            return;
        }
        Conversation conversation = conversation(item.entry.to());
        item.inFlight = false;
        inFlightCount--;
        conversation.inFlightCount--;
        conversation.proven = false;
        conversation.notBeforeNs = retryAtNs;
        conversation.waiting.put(item.ordinal, item);
    }

    /** Takes an entry out for good; null if it was not here. */
    @Nullable
    OutboxEntry remove(MessageId id) {
        Item item = items.remove(id);
        if (item == null) {
            return null;
        }
        Conversation conversation = conversation(item.entry.to());
        conversation.waiting.remove(item.ordinal);
        if (item.inFlight) {
            inFlightCount--;
            conversation.inFlightCount--;
        }
        return item.entry;
    }

    // Outputs

    /** The next entry to send, which counts as under way from now on; null if there is none. */
    @Nullable
    OutboxEntry pollSendable(long nowNs, Predicate<Target> mayGo) {
        if (inFlightCount >= MAX_IN_FLIGHT) {
            return null;
        }
        for (Conversation conversation : conversations.values()) {
            Item item = headOf(conversation, nowNs);
            if (item != null && mayGo.test(item.entry.to())) {
                conversation.waiting.remove(item.ordinal);
                conversation.inFlightCount++;
                inFlightCount++;
                item.inFlight = true;
                item.wasSent = true;
                return item.entry;
            }
        }
        return null;
    }

    /** When a "not yet" is over; {@link NanoClock#NEVER_NS} if none is waited for. */
    long nextTimeoutNs(long nowNs) {
        long next = NanoClock.NEVER_NS;
        for (Conversation conversation : conversations.values()) {
            if (!conversation.waiting.isEmpty() && conversation.notBeforeNs > nowNs) {
                next = Math.min(next, conversation.notBeforeNs);
            }
        }
        return next;
    }

    // Queries

    int size() {
        return items.size();
    }

    int inFlightCount() {
        return inFlightCount;
    }

    @Nullable
    OutboxEntry find(MessageId id) {
        Item item = items.get(id);
        return item == null ? null : item.entry;
    }

    /** True if it may have reached the relay. */
    boolean wasSent(MessageId id) {
        Item item = items.get(id);
        return item != null && item.wasSent;
    }

    /** All entries to {@code to}, in order. */
    List<OutboxEntry> entriesTo(Target to) {
        List<OutboxEntry> found = new ArrayList<>();
        for (Item item : items.values()) {
            if (item.entry.to().key().equals(to.key())) {
                found.add(item.entry);
            }
        }
        return found;
    }

    // Private

    private @Nullable Item headOf(Conversation conversation, long nowNs) {
        boolean alone = conversation.proven || conversation.inFlightCount == 0;
        if (conversation.waiting.isEmpty() || !alone || conversation.notBeforeNs > nowNs) {
            return null;
        }
        return conversation.waiting.get(conversation.waiting.firstKey());
    }

    private Conversation conversation(Target to) {
        return conversations.computeIfAbsent(to.key(), key -> new Conversation());
    }

    /** Keeps the table of conversations from growing with everybody one ever wrote to. */
    private void forgetIfIdle(Target to) {
        Conversation conversation = conversation(to);
        if (conversations.size() > MAX_IN_FLIGHT && conversation.waiting.isEmpty() && conversation.inFlightCount == 0) {
            conversations.remove(to.key());
        }
    }
}
