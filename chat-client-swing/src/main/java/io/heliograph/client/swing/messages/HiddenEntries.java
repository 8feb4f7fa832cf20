package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is not to be among the rows, kept for the day it is.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class HiddenEntries {
    private final Predicate<ShownEntry> isHidden;
    private final NavigableMap<Long, ShownEntry> kept = new TreeMap<>();

    HiddenEntries(Predicate<ShownEntry> isHidden) {
        this.isHidden = isHidden;
    }

    /** Keeps what is to be hidden; returns the rest. */
    List<ShownEntry> rest(List<ShownEntry> entries) {
        boolean any = false;
        for (ShownEntry entry : entries) {
            any |= isHidden.test(entry);
        }
        return any ? entries.stream().filter(entry -> !keep(entry)).toList() : entries;
    }

    /** True if {@code entry} is to be hidden, and is kept from now on. */
    boolean keep(ShownEntry entry) {
        boolean hide = entry.seq() > 0 && isHidden.test(entry);
        if (hide) {
            kept.put(entry.seq(), entry);
        }
        return hide;
    }

    void replace(ShownEntry entry) {
        kept.computeIfPresent(entry.seq(), (seq, known) -> entry);
    }

    /** What is not to be hidden any more, in order; it is not kept here after that. */
    List<ShownEntry> release() {
        List<ShownEntry> free =
                new ArrayList<>(kept.values().stream().filter(isHidden.negate()).toList());
        free.forEach(entry -> kept.remove(entry.seq()));
        return free;
    }

    /** 0 for none. */
    long lastSeq() {
        return kept.isEmpty() ? 0 : kept.lastKey();
    }

    void clear() {
        kept.clear();
    }
}
