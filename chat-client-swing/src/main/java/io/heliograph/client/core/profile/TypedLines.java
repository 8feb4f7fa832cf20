package io.heliograph.client.core.profile;

import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the user typed, the newest {@value #MAX_LINES} lines, for the line editor of the next run.
 *
 * <p>Thread-safe.
 */
public final class TypedLines {
    public static final int MAX_LINES = 1_000;

    static final String DRAWER = "typed";

    private final LocalStore store;
    private long nextNumber;

    /** {@code store} is this one's alone. */
    public TypedLines(LocalStore store) {
        this.store = store;
        for (Bytes key : store.all(DRAWER).keySet()) {
            nextNumber = Math.max(nextNumber, numberOf(key) + 1);
        }
    }

    /** The oldest first. */
    public synchronized List<String> all() {
        List<String> lines = new ArrayList<>();
        store.all(DRAWER).values().forEach(line -> lines.add(new String(line.toArray(), StandardCharsets.UTF_8)));
        return lines;
    }

    /** Kept when it returns; a line that is too long for the store is not. */
    public synchronized void add(String line) throws IOException {
        put(line);
        store.commit();
    }

    private void put(String line) {
        byte[] octets = line.getBytes(StandardCharsets.UTF_8);
        if (octets.length > LocalStore.MAX_VALUE_BYTES) {
            return;
        }
        store.put(DRAWER, keyOf(nextNumber), Bytes.takingOver(octets));
        nextNumber++;
        Map<Bytes, Bytes> all = store.all(DRAWER);
        all.keySet().stream().limit(Math.max(0, all.size() - MAX_LINES)).forEach(key -> store.remove(DRAWER, key));
    }

    /** What another version kept; committed by the caller. */
    static void takeOver(LocalStore store, List<String> lines) {
        TypedLines typed = new TypedLines(store);
        lines.forEach(typed::put);
    }

    private static Bytes keyOf(long number) {
        return Bytes.takingOver(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static long numberOf(Bytes key) {
        return key.length() == Long.BYTES ? ByteBuffer.wrap(key.toArray()).getLong() : 0;
    }
}
