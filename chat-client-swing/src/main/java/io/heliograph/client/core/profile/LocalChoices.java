package io.heliograph.client.core.profile;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;

/**
 * What the user of this profile does not want to see or hear of; nobody else is told.
 *
 * <p>Thread-safe: whoever asks never waits for whoever has a choice written down.
 */
public final class LocalChoices {
    static final String IGNORED = "ignored";
    static final String MUTED = "muted";
    static final String QUIET = "quiet";
    static final String CLOSED = "closed";
    static final String MUTED_UNTIL = "muted-until";

    private final LocalStore store;
    private final Map<String, Target> ignored;
    private final Map<String, Target> muted;
    private final Map<String, Target> quiet;
    private final Map<String, Target> closed;
    private final Map<String, Long> mutedUntilMs = new ConcurrentHashMap<>();
    private final LongSupplier wallClockMs;

    /** {@code store} is this one's alone. */
    public LocalChoices(LocalStore store, LongSupplier wallClockMs) {
        this.store = store;
        this.wallClockMs = wallClockMs;
        this.ignored = read(IGNORED);
        this.muted = read(MUTED);
        this.quiet = read(QUIET);
        this.closed = read(CLOSED);
        store.all(MUTED_UNTIL).forEach((key, until) -> {
            if (until.length() == Long.BYTES) {
                mutedUntilMs.put(
                        new String(key.asReadOnlyArray(), StandardCharsets.UTF_8),
                        ByteBuffer.wrap(until.asReadOnlyArray()).getLong());
            }
        });
    }

    public boolean ignores(String name) {
        return !name.isEmpty() && ignored.containsKey(Target.user(name).key());
    }

    public boolean isMuted(Target where) {
        Long untilMs = mutedUntilMs.get(where.key());
        return muted.containsKey(where.key()) && (untilMs == null || wallClockMs.getAsLong() < untilMs);
    }

    /** Only what names the user is told of. */
    public boolean isQuiet(Target where) {
        return quiet.containsKey(where.key());
    }

    /** Not among the conversations before something is said there. */
    public boolean isClosed(Target where) {
        return closed.containsKey(where.key());
    }

    public List<Target> ignored() {
        return new ArrayList<>(ignored.values());
    }

    public List<Target> muted() {
        return muted.values().stream().filter(this::isMuted).toList();
    }

    /** False if nothing has changed. */
    public synchronized boolean ignore(Target person, boolean on) throws IOException {
        return set(IGNORED, ignored, person, on);
    }

    /** False if nothing has changed. */
    public synchronized boolean mute(Target where, boolean on) throws IOException {
        boolean before = isMuted(where);
        boolean lasted = mutedUntilMs.remove(where.key()) != null;
        store.remove(MUTED_UNTIL, keyOf(where));
        boolean changed = set(MUTED, muted, where, on);
        if (lasted && !changed) {
            store.sync();
        }
        return before != on || lasted;
    }

    /** Muted until then, milliseconds since 1970. */
    public synchronized void muteUntil(Target where, long untilMs) throws IOException {
        Bytes until = Bytes.takingOver(
                ByteBuffer.allocate(Long.BYTES).putLong(untilMs).array());
        mutedUntilMs.put(where.key(), untilMs);
        store.put(MUTED_UNTIL, keyOf(where), until);
        if (!set(MUTED, muted, where, true)) {
            store.sync();
        }
    }

    /** False if nothing has changed. */
    public synchronized boolean setQuiet(Target where, boolean on) throws IOException {
        return set(QUIET, quiet, where, on);
    }

    /** False if nothing has changed. */
    public synchronized boolean close(Target where, boolean on) throws IOException {
        return set(CLOSED, closed, where, on);
    }

    private boolean set(String drawer, Map<String, Target> list, Target target, boolean on) throws IOException {
        boolean before = list.containsKey(target.key());
        if (on) {
            list.put(target.key(), target);
            put(store, drawer, target);
        } else {
            list.remove(target.key());
            store.remove(drawer, keyOf(target));
        }
        if (before != on) {
            store.sync();
        }
        return before != on;
    }

    static void put(LocalStore store, String drawer, Target target) {
        store.put(drawer, keyOf(target), Bytes.copyOf(target.address().getBytes(StandardCharsets.UTF_8)));
    }

    private static Bytes keyOf(Target target) {
        return Bytes.copyOf(target.key().getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Target> read(String drawer) {
        Map<String, Target> list = new ConcurrentSkipListMap<>();
        for (Bytes address : store.all(drawer).values()) {
            Target target = Target.parse(new String(address.asReadOnlyArray(), StandardCharsets.UTF_8));
            if (target != null) {
                list.put(target.key(), target);
            }
        }
        return list;
    }
}
