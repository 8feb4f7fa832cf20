package io.heliograph.client.core.store;

import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store in memory, which can die: {@link #restarted} holds what was committed. */
public final class MemoryLocalStore implements LocalStore {
    private final Map<String, Map<Bytes, Bytes>> drawers = new LinkedHashMap<>();
    private Map<String, Map<Bytes, Bytes>> committed = new LinkedHashMap<>();
    private boolean broken;
    private int commitCount;

    /** What the next run of the program finds. */
    public MemoryLocalStore restarted() {
        MemoryLocalStore next = new MemoryLocalStore();
        committed.forEach((drawer, values) -> next.drawers.put(drawer, new LinkedHashMap<>(values)));
        next.committed = copy(next.drawers);
        return next;
    }

    /** From now on the disk is full, or not any more. */
    public void setBroken(boolean value) {
        broken = value;
    }

    public int commitCount() {
        return commitCount;
    }

    @Override
    public @Nullable Bytes get(String drawer, Bytes key) {
        return drawers.getOrDefault(drawer, Map.of()).get(key);
    }

    @Override
    public Map<Bytes, Bytes> all(String drawer) {
        return new LinkedHashMap<>(drawers.getOrDefault(drawer, Map.of()));
    }

    @Override
    public void put(String drawer, Bytes key, Bytes value) {
        if (value.length() > MAX_VALUE_BYTES || key.length() > MAX_KEY_BYTES) {
            throw new IllegalArgumentException("too long");
        }
        drawers.computeIfAbsent(drawer, name -> new LinkedHashMap<>()).put(key, value);
    }

    @Override
    public void remove(String drawer, Bytes key) {
        Map<Bytes, Bytes> values = drawers.get(drawer);
        if (values != null) {
            values.remove(key);
        }
    }

    @Override
    public void commit() throws IOException {
        if (broken) {
            throw new IOException("No space left on device");
        }
        committed = copy(drawers);
        commitCount++;
    }

    @Override
    public void sync() throws IOException {
        commit();
    }

    private static Map<String, Map<Bytes, Bytes>> copy(Map<String, Map<Bytes, Bytes>> source) {
        Map<String, Map<Bytes, Bytes>> copy = new LinkedHashMap<>();
        source.forEach((drawer, values) -> copy.put(drawer, new LinkedHashMap<>(values)));
        return copy;
    }
}
