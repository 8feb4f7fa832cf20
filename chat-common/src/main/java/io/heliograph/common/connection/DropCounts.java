package io.heliograph.common.connection;

import java.util.EnumMap;
import java.util.Map;

/** How often each {@link Drop} happened. Not thread-safe; owned by the endpoint's loop. */
public final class DropCounts {
    private final Map<Drop, Counter> counters = new EnumMap<>(Drop.class);

    DropCounts() {
        for (Drop reason : Drop.values()) {
            counters.put(reason, new Counter());
        }
    }

    private static final class Counter {
        long count;
    }

    void count(Drop reason) {
        counter(reason).count++;
    }

    public long of(Drop reason) {
        return counter(reason).count;
    }

    public long total() {
        return counters.values().stream().mapToLong(counter -> counter.count).sum();
    }

    private Counter counter(Drop reason) {
        Counter counter = counters.get(reason);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + reason);
        }
        return counter;
    }
}
