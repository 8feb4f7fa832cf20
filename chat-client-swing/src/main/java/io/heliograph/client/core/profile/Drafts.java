package io.heliograph.client.core.profile;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the user has begun to write and not sent, one text for each conversation, and what it answers.
 *
 * <p>Thread-safe: whoever reads or changes a draft never waits for whoever has it written down.
 */
public final class Drafts {
    static final String DRAWER = "drafts";
    static final String ANSWERS = "drafts.answers";

    private static final Draft NONE = new Draft("", 0);

    private final LocalStore store;
    private final Map<String, Draft> drafts = new ConcurrentHashMap<>();
    private final Set<String> unwritten = ConcurrentHashMap.newKeySet();

    /** {@code answered} is the number of the entry that it answers; 0 for none. */
    private record Draft(String text, long answered) {}

    /** {@code store} is this one's alone. */
    public Drafts(LocalStore store) {
        this.store = store;
        store.all(DRAWER).forEach((key, text) -> drafts.put(string(key), new Draft(string(text), 0)));
        store.all(ANSWERS).forEach((key, seq) -> {
            if (seq.length() == Long.BYTES) {
                String where = string(key);
                drafts.put(where, new Draft(drafts.getOrDefault(where, NONE).text(), number(seq)));
            }
        });
    }

    /** Empty if there is none. */
    public String of(Target where) {
        return drafts.getOrDefault(where.key(), NONE).text();
    }

    /** The number of the entry that the draft answers; 0 for none. */
    public long answeredIn(Target where) {
        return drafts.getOrDefault(where.key(), NONE).answered();
    }

    /**
     * To be kept by the next {@link #write}; an empty one that answers nothing is forgotten, and one that is too long
     * for the store is not kept.
     */
    public void set(Target where, String text, long answered) {
        Draft draft = new Draft(text, answered);
        if (text.getBytes(StandardCharsets.UTF_8).length > LocalStore.MAX_VALUE_BYTES
                || draft.equals(drafts.getOrDefault(where.key(), NONE))) {
            return;
        }
        if (draft.equals(NONE)) {
            drafts.remove(where.key());
        } else {
            drafts.put(where.key(), draft);
        }
        unwritten.add(where.key());
    }

    /** Called by a thread that may wait for the disk; what was set before is kept when it returns. */
    public synchronized void write() throws IOException {
        for (String key : List.copyOf(unwritten)) {
            // Taken off first: what is set from here on asks for a writing of its own.
            unwritten.remove(key);
            stage(key, drafts.getOrDefault(key, NONE));
        }
        store.commit();
    }

    private void stage(String key, Draft draft) {
        Bytes place = Bytes.takingOver(key.getBytes(StandardCharsets.UTF_8));
        if (draft.equals(NONE)) {
            store.remove(DRAWER, place);
        } else {
            store.put(DRAWER, place, Bytes.takingOver(draft.text().getBytes(StandardCharsets.UTF_8)));
        }
        if (draft.answered() == 0) {
            store.remove(ANSWERS, place);
        } else {
            byte[] octets =
                    ByteBuffer.allocate(Long.BYTES).putLong(draft.answered()).array();
            store.put(ANSWERS, place, Bytes.takingOver(octets));
        }
    }

    private static String string(Bytes octets) {
        return new String(octets.asReadOnlyArray(), StandardCharsets.UTF_8);
    }

    private static long number(Bytes octets) {
        return ByteBuffer.wrap(octets.asReadOnlyArray()).getLong();
    }
}
