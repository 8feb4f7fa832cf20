package io.heliograph.client.core.store;

import io.heliograph.common.message.InstanceId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said, as this client has read it: the keys that opened it may be gone.
 *
 * <p>{@link #add}, {@link #flush} and {@link #sync} belong to the client's loop; any thread may call the others.
 */
public interface History {
    /**
     * Keeps an entry; on disk after the next {@link #flush}. The same number of the same conversation again changes
     * nothing, unless what was kept was not accepted and this is, or this is a message without a body: it was deleted.
     */
    void add(HistoryEntry entry);

    /** Null if there is none. */
    @Nullable
    HistoryEntry find(InstanceId instance, long conversation, long seq);

    /**
     * The messages (kind 1) of a conversation around a number, oldest first: at most {@code before} with smaller
     * numbers, the one itself, and at most {@code after} with greater numbers; and behind them, in the order of
     * their numbers, every entry of another kind that refers to one of them.
     */
    List<HistoryEntry> around(InstanceId instance, long conversation, long seq, int before, int after);

    /**
     * Everything that was added, in the order in which it was, from the entry number {@code position} on, counted from
     * 0. Thread-safe: who searches catches up so, on a thread of its own.
     */
    List<HistoryEntry> addedFrom(int position);

    /**
     * Writes everything since the last flush, in order: it survives a death of the process. Call it before {@link
     * LocalStore#commit}, so that no key is gone before what it opened is kept.
     */
    void flush() throws IOException;

    /** Flushes, and returns when everything flushed would survive a loss of power. */
    void sync() throws IOException;
}
