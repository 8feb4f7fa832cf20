package io.heliograph.client.terminal;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.message.MessageId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation shows, oldest first; what is not stored yet comes last. Holds {@value #MAX_ENTRIES} entries.
 *
 * <p>Not thread-safe; owned by the {@link ChatView}, under its lock.
 */
final class EntryList {
    static final int MAX_ENTRIES = 2_000;

    private final TreeMap<Long, ShownEntry> stored = new TreeMap<>();
    /** Own messages that have no place yet, in the order in which they were written. */
    private final Map<MessageId, ShownEntry> onTheWay = new LinkedHashMap<>();

    void add(ShownEntry entry) {
        put(entry);
        if (size() > MAX_ENTRIES) {
            removeOldest();
        }
    }

    /** What is older than the list can hold is left out. */
    void addPage(List<ShownEntry> page) {
        for (ShownEntry entry : page) {
            if (!replace(entry) && size() < MAX_ENTRIES) {
                put(entry);
            }
        }
    }

    /** An own message has got its place. */
    void place(MessageId id, long seq, long timeMs) {
        ShownEntry known = onTheWay.remove(id);
        if (known != null) {
            stored.put(seq, known.placedAt(seq, timeMs));
        }
    }

    /** An own message will not be stored. */
    void remove(MessageId id) {
        onTheWay.remove(id);
    }

    /** False if it is not here. */
    boolean replace(ShownEntry entry) {
        boolean known = stored.containsKey(entry.seq()) || isOnTheWay(entry);
        if (known) {
            put(entry);
        }
        return known;
    }

    void clear() {
        stored.clear();
        onTheWay.clear();
    }

    /** Messages alone, newest first: the first is number 1 to the user. */
    List<ShownEntry> messages() {
        List<ShownEntry> messages = new ArrayList<>(onTheWay.values());
        Collections.reverse(messages);
        messages.addAll(stored.descendingMap().values());
        messages.removeIf(entry -> !entry.isMessage());
        return messages;
    }

    /** Null if nothing with that number is here. */
    @Nullable
    ShownEntry find(long seq) {
        return stored.get(seq);
    }

    /** 0 if nothing is stored. */
    long lastSeq() {
        return stored.isEmpty() ? 0 : stored.lastKey();
    }

    private int size() {
        return stored.size() + onTheWay.size();
    }

    /** Another author may have chosen the same id: by it one knows one's own alone. */
    private boolean isOnTheWay(ShownEntry entry) {
        MessageId id = entry.id();
        return id != null && entry.own() && onTheWay.containsKey(id);
    }

    private void put(ShownEntry entry) {
        MessageId id = entry.id();
        if (entry.seq() == 0 && id != null) {
            onTheWay.put(id, entry);
        } else if (entry.seq() > 0) {
            if (id != null && isOnTheWay(entry)) {
                onTheWay.remove(id);
            }
            stored.put(entry.seq(), entry);
        }
    }

    private void removeOldest() {
        if (stored.pollFirstEntry() == null) {
            onTheWay.remove(onTheWay.keySet().iterator().next());
        }
    }
}
