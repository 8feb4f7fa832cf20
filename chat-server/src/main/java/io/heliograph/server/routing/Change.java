package io.heliograph.server.routing;

import io.heliograph.server.store.Store;

/** One change on its way to the store. Whoever asked for it hears by itself if it cannot be stored. */
public interface Change {
    /** {@code done} runs on the loop once {@code work} is durable; the rules follow the store, never the reverse. */
    <T> void commit(Store.Work<T> work, Store.OnLoop<T> done);
}
