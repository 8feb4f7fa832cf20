package io.heliograph.server.routing;

import io.heliograph.common.message.ServerMessage.Announce;
import io.heliograph.server.store.Store;
import java.util.concurrent.TimeUnit;

/**
 * Tells the administrators who are connected when the store stops taking writes, and when it takes them again.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class StoreWatch {
    private static final long LOOK_EVERY_NS = TimeUnit.SECONDS.toNanos(2);

    private final Directory directory;
    private final Store store;
    private boolean writable = true;
    private long dueNs;

    StoreWatch(Directory directory, Store store) {
        this.directory = directory;
        this.store = store;
        this.dueNs = directory.startedNs() + LOOK_EVERY_NS;
    }

    long nextTimeoutNs() {
        return dueNs;
    }

    void onTimeout(long nowNs) {
        if (nowNs < dueNs) {
            return;
        }
        dueNs = nowNs + LOOK_EVERY_NS;
        boolean now = store.isWritable();
        if (now != writable) {
            writable = now;
            tell(
                    now
                            ? "The server's disk takes writes again: what was held back goes on."
                            : "The server's disk is full or broken: nothing is stored until there is room. Nothing that"
                                    + " was called stored is lost; clients keep what they could not send.");
        }
    }

    private void tell(String text) {
        Announce alert = new Announce(text, directory.nowMs());
        directory.loggedInSessions().stream()
                .filter(session ->
                        session.account() != null && session.account().isAdmin())
                .forEach(session -> session.send(alert));
    }
}
