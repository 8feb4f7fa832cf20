package io.heliograph.server.store.sql;

import io.heliograph.server.store.Store.OnLoop;
import io.heliograph.server.store.Store.Work;
import io.heliograph.server.store.StoreFault;
import io.heliograph.server.store.Tables;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work with the way back for its result. First owned by the thread that runs it, then by the loop that takes
 * the answer.
 */
final class PendingWork<T> {
    private final Work<T> work;
    private final OnLoop<T> done;
    private final OnLoop<StoreFault> failed;
    private @Nullable StoreFault fault;
    private @Nullable Outcome<T> outcome;

    private record Outcome<T>(T value) {}

    PendingWork(Work<T> work, OnLoop<T> done, OnLoop<StoreFault> failed) {
        this.work = work;
        this.done = done;
        this.failed = failed;
    }

    /** Wakes a thread that waits for work. */
    static PendingWork<Boolean> nothing() {
        return new PendingWork<>(tables -> true, (result, nowNs) -> {}, (fault, nowNs) -> {});
    }

    /** Whether it still waits for being run. */
    boolean isToBeRun() {
        return fault == null;
    }

    void run(Tables tables) {
        outcome = new Outcome<>(work.run(tables));
    }

    /** It has not happened, whatever it answered. */
    void fail(StoreFault why) {
        if (fault == null) {
            fault = why;
        }
    }

    void deliver(long nowNs) {
        StoreFault why = fault;
        Outcome<T> result = outcome;
        if (why != null) {
            failed.accept(why, nowNs);
        } else if (result != null) {
            done.accept(result.value(), nowNs);
        } else {
            throw new IllegalStateException("neither run nor failed");
        }
    }
}
