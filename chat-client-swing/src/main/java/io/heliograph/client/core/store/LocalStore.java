package io.heliograph.client.core.store;

import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, in drawers that belong to one user of the store each. Nothing of it is readable on disk.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
public interface LocalStore {
    /** Longer values are refused with an {@link IllegalArgumentException}: a mistake of the caller. */
    int MAX_VALUE_BYTES = 1024 * 1024;

    /** The length of a drawer's name in ASCII characters, and of a key. */
    int MAX_KEY_BYTES = 1024;

    /** Null if there is none. */
    @Nullable
    Bytes get(String drawer, Bytes key);

    /** A copy, in the order in which the keys were first put. */
    Map<Bytes, Bytes> all(String drawer);

    /** Seen by {@link #get} at once; on disk after the next {@link #commit}. */
    void put(String drawer, Bytes key, Bytes value);

    /** Does nothing where there is none. */
    void remove(String drawer, Bytes key);

    /**
     * Writes everything since the last commit as one batch: after a death of the process all of it is there, or
     * nothing. After a failure nothing of it is written, and the next commit tries it again.
     */
    void commit() throws IOException;

    /** Commits, and returns when everything committed would survive a loss of power. */
    void sync() throws IOException;
}
