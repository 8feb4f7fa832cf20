package io.heliograph.server.routing;

import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.store.Store;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of what is older, more or larger than the server or a room wants to keep, and of windows in which nothing
 * moves: a piece at a time, so that nothing else waits.
 *
 * <p>Ages are told by the wall clock, which may jump: nothing is deleted by age until the wall clock has kept pace
 * with the steady one for an hour. Not thread-safe; owned by the relay loop.
 */
final class Retention {
    private static final long STEP_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long ROUND_NS = TimeUnit.MINUTES.toNanos(10);
    private static final long STEADY_NS = TimeUnit.HOURS.toNanos(1);
    private static final long MAX_DRIFT_MS = TimeUnit.MINUTES.toMillis(5);
    private static final long ID_LIFE_MS = TimeUnit.DAYS.toMillis(7);

    private final Directory directory;
    private final Store store;
    private final List<LongConsumer> rounds;
    private final Deque<Conversation> round = new ArrayDeque<>();
    /** There may be more to delete of it before it is the turn of the next one. */
    private @Nullable Conversation unfinished;

    private long dueNs;
    private long steadySinceNs;
    private long expectedMs;
    private long expectedAtNs;

    /**
     * {@code rounds}: what else lets go of what is old, called with the wall clock's time while that can be trusted.
     */
    Retention(Directory directory, Store store, List<LongConsumer> rounds) {
        this.directory = directory;
        this.store = store;
        this.rounds = List.copyOf(rounds);
        this.steadySinceNs = directory.startedNs();
        this.expectedAtNs = directory.startedNs();
        this.expectedMs = directory.nowMs();
        this.dueNs = directory.startedNs() + ROUND_NS;
    }

    long nextTimeoutNs() {
        return dueNs;
    }

    void onTimeout(long nowNs) {
        if (nowNs < dueNs) {
            return;
        }
        watchClock(nowNs);
        Conversation next = unfinished == null ? round.poll() : unfinished;
        if (next == null) {
            round.addAll(directory.conversations().all());
            forget(nowNs);
            dueNs = nowNs + ROUND_NS;
        } else {
            dueNs = nowNs + STEP_NS;
            if (unfinished == null) {
                next.log().clearIfIdle();
            }
            unfinished = null;
            prune(next, nowNs);
        }
    }

    private void prune(Conversation conversation, long nowNs) {
        RelayConfig.Keeping keeping = directory.config().keeping();
        long ownMs = TimeUnit.DAYS.toMillis(conversation.settings().retentionDays());
        long ageMs =
                ownMs == 0 ? keeping.maxAgeMs() : keeping.maxAgeMs() == 0 ? ownMs : Math.min(ownMs, keeping.maxAgeMs());
        long beforeMs = ageMs == 0 || !isSteady(nowNs) ? 0 : directory.nowMs() - ageMs;
        long id = conversation.id();
        store.write(
                tables -> tables.entries().prune(id, beforeMs, keeping.maxEntries(), keeping.maxBytes()),
                (count, thenNs) -> {
                    if (count > 0) {
                        unfinished = conversation;
                    }
                },
                (fault, thenNs) -> {});
    }

    private void forget(long nowNs) {
        if (isSteady(nowNs)) {
            rounds.forEach(each -> each.accept(directory.nowMs()));
            long beforeMs = directory.nowMs() - ID_LIFE_MS;
            store.write(tables -> tables.entries().forgetIds(beforeMs), (count, thenNs) -> {}, (fault, thenNs) -> {});
        }
    }

    private boolean isSteady(long nowNs) {
        return nowNs - steadySinceNs >= STEADY_NS;
    }

    private void watchClock(long nowNs) {
        long wallMs = directory.nowMs();
        long shouldBeMs = expectedMs + TimeUnit.NANOSECONDS.toMillis(nowNs - expectedAtNs);
        if (Math.abs(wallMs - shouldBeMs) > MAX_DRIFT_MS) {
            steadySinceNs = nowNs;
        }
        expectedMs = wallMs;
        expectedAtNs = nowNs;
    }
}
