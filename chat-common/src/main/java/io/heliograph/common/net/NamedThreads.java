package io.heliograph.common.net;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads with names, so that a thread dump can be read. */
public final class NamedThreads {
    private NamedThreads() {}

    /** A daemon thread, not started. */
    public static Thread make(String name, Runnable work) {
        Thread thread = factory(name).newThread(work);
        thread.setName(name);
        return thread;
    }

    /** Daemon threads named {@code prefix-1}, {@code prefix-2}. */
    public static ThreadFactory factory(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread =
                    java.util.concurrent.Executors.defaultThreadFactory().newThread(work);
            thread.setName(prefix + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
