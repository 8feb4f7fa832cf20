package io.heliograph.client.core.profile;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the user has begun to write and not sent, one text for each conversation, and what it answers.
 *
 * <p>Thread-safe.
 */
public final class Drafts {
    static final String DRAWER = "drafts";
    static final String ANSWERS = "drafts.answers";

    private final LocalStore store;

    /** {@code store} is this one's alone. */
    public Drafts(LocalStore store) {
        this.store = store;
    }

    /** Empty if there is none. */
    public synchronized String of(Target where) {
        Bytes kept = store.get(DRAWER, keyOf(where));
        return kept == null ? "" : new String(kept.asReadOnlyArray(), StandardCharsets.UTF_8);
    }

    /** Kept when it returns; an empty one is forgotten, and one that is too long for the store is not kept. */
    public synchronized void keep(Target where, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length > LocalStore.MAX_VALUE_BYTES || text.equals(of(where))) {
            return;
        }
        if (text.isEmpty()) {
            store.remove(DRAWER, keyOf(where));
        } else {
            store.put(DRAWER, keyOf(where), Bytes.takingOver(octets));
        }
        store.commit();
    }

    /** The number of the entry that the draft answers; 0 for none. */
    public synchronized long answeredIn(Target where) {
        Bytes kept = store.get(ANSWERS, keyOf(where));
        return kept == null || kept.length() != Long.BYTES
                ? 0
                : ByteBuffer.wrap(kept.asReadOnlyArray()).getLong();
    }

    /** Kept when it returns; 0 is forgotten. */
    public synchronized void keepAnswered(Target where, long seq) throws IOException {
        if (seq == answeredIn(where)) {
            return;
        }
        if (seq == 0) {
            store.remove(ANSWERS, keyOf(where));
        } else {
            byte[] octets = ByteBuffer.allocate(Long.BYTES).putLong(seq).array();
            store.put(ANSWERS, keyOf(where), Bytes.takingOver(octets));
        }
        store.commit();
    }

    private static Bytes keyOf(Target where) {
        return Bytes.takingOver(where.key().getBytes(StandardCharsets.UTF_8));
    }
}
