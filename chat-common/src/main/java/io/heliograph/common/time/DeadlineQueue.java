package io.heliograph.common.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One deadline per key, earliest first: a binary heap whose entries can be moved in O(log n).
 *
 * <p>Keys are compared by {@code equals}. Not thread-safe; owned by a loop.
 */
public final class DeadlineQueue<K> {
    private final List<Entry<K>> heap = new ArrayList<>();
    private final Map<K, Entry<K>> entries = new HashMap<>();

    private static final class Entry<K> {
        final K key;
        long deadlineNs;
        int index;

        Entry(K key, long deadlineNs, int index) {
            this.key = key;
            this.deadlineNs = deadlineNs;
            this.index = index;
        }
    }

    /** Sets or moves the deadline of {@code key}; {@link NanoClock#NEVER_NS} removes it. */
    public void schedule(K key, long deadlineNs) {
        Entry<K> entry = entries.get(key);
        if (deadlineNs == NanoClock.NEVER_NS) {
            cancel(key);
        } else if (entry == null) {
            entry = new Entry<>(key, deadlineNs, heap.size());
            entries.put(key, entry);
            heap.add(entry);
            siftUp(entry);
        } else if (entry.deadlineNs != deadlineNs) {
            entry.deadlineNs = deadlineNs;
            siftUp(entry);
            siftDown(entry);
        }
    }

    public void cancel(K key) {
        Entry<K> entry = entries.remove(key);
        if (entry == null) {
            return;
        }
        Entry<K> last = heap.remove(heap.size() - 1);
        if (last != entry) {
            place(last, entry.index);
            siftUp(last);
            siftDown(last);
        }
    }

    /** The earliest deadline; {@link NanoClock#NEVER_NS} if there is none. */
    public long nextNs() {
        return heap.isEmpty() ? NanoClock.NEVER_NS : heap.get(0).deadlineNs;
    }

    /** Removes and returns a key whose deadline has come; null if there is none. */
    public @Nullable K pollDue(long nowNs) {
        if (nextNs() > nowNs) {
            return null;
        }
        K key = heap.get(0).key;
        cancel(key);
        return key;
    }

    public int size() {
        return heap.size();
    }

    private void siftUp(Entry<K> entry) {
        int index = entry.index;
        while (index > 0) {
            Entry<K> parent = heap.get((index - 1) / 2);
            if (parent.deadlineNs <= entry.deadlineNs) {
                break;
            }
            place(parent, index);
            index = (index - 1) / 2;
        }
        place(entry, index);
    }

    private void siftDown(Entry<K> entry) {
        int index = entry.index;
        for (int child = 2 * index + 1; child < heap.size(); child = 2 * index + 1) {
            if (child + 1 < heap.size() && heap.get(child + 1).deadlineNs < heap.get(child).deadlineNs) {
                child++;
            }
            Entry<K> smaller = heap.get(child);
            if (smaller.deadlineNs >= entry.deadlineNs) {
                break;
            }
            place(smaller, index);
            index = child;
        }
        place(entry, index);
    }

    private void place(Entry<K> entry, int index) {
        heap.set(index, entry);
        entry.index = index;
    }
}
