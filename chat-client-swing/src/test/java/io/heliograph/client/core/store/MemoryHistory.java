package io.heliograph.client.core.store;

import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A history in memory, which can die: {@link #restarted} holds what was flushed. */
public final class MemoryHistory implements History {
    private record Place(InstanceId instance, long conversation) {}

    private final Map<Place, NavigableMap<Long, HistoryEntry>> conversations = new HashMap<>();
    private final List<HistoryEntry> flushed = new ArrayList<>();
    private final List<HistoryEntry> waiting = new ArrayList<>();

    /** What the next run of the program finds. */
    public MemoryHistory restarted() {
        MemoryHistory next = new MemoryHistory();
        flushed.forEach(next::add);
        next.flush();
        return next;
    }

    /** Everything that was flushed, in the order in which it was added. */
    public List<HistoryEntry> flushed() {
        return List.copyOf(flushed);
    }

    @Override
    public synchronized void add(HistoryEntry entry) {
        NavigableMap<Long, HistoryEntry> entries = entriesOf(entry.instance(), entry.conversation());
        HistoryEntry known = entries.get(entry.seq());
        boolean emptied = entry.kind() == EntryKind.MESSAGE && entry.body().isEmpty() && entry.accepted();
        if (known == null
                || (!known.accepted() && entry.accepted())
                || (emptied && !known.body().isEmpty())) {
            entries.put(entry.seq(), entry);
            waiting.add(entry);
        }
    }

    @Override
    public synchronized @Nullable HistoryEntry find(InstanceId instance, long conversation, long seq) {
        return entriesOf(instance, conversation).get(seq);
    }

    @Override
    public synchronized List<HistoryEntry> around(
            InstanceId instance, long conversation, long seq, int before, int after) {
        NavigableMap<Long, HistoryEntry> entries = entriesOf(instance, conversation);
        List<HistoryEntry> found = new ArrayList<>();
        for (HistoryEntry entry : entries.headMap(seq, false).descendingMap().values()) {
            if (entry.kind() == EntryKind.MESSAGE && found.size() < before) {
                found.add(0, entry);
            }
        }
        int limit = found.size() + after;
        for (HistoryEntry entry : entries.tailMap(seq, true).values()) {
            boolean itself = entry.seq() == seq;
            if (entry.kind() == EntryKind.MESSAGE && (itself || found.size() < limit)) {
                found.add(entry);
                limit += itself ? 1 : 0;
            }
        }
        Set<Long> lines = new HashSet<>();
        found.forEach(entry -> lines.add(entry.seq()));
        entries.values().stream()
                .filter(entry -> entry.kind() != EntryKind.MESSAGE && lines.contains(entry.refSeq()))
                .forEach(found::add);
        return found;
    }

    @Override
    public synchronized List<HistoryEntry> addedFrom(int position) {
        List<HistoryEntry> all = new ArrayList<>(flushed);
        all.addAll(waiting);
        return all.subList(Math.min(position, all.size()), all.size());
    }

    @Override
    public synchronized void flush() {
        flushed.addAll(waiting);
        waiting.clear();
    }

    @Override
    public synchronized void sync() throws IOException {
        flush();
    }

    private NavigableMap<Long, HistoryEntry> entriesOf(InstanceId instance, long conversation) {
        return conversations.computeIfAbsent(new Place(instance, conversation), place -> new TreeMap<>());
    }
}
