package io.heliograph.server.metrics;

import io.heliograph.common.net.LoopTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks the relay loop for its figures, and so finds out whether it answers and how late. Thread-safe. */
public final class LoopProbe {
    private static final long WAIT_MS = 1_000;

    private final Predicate<LoopTask> loop;
    private final Supplier<List<Figure>> figures;

    /** {@code loop} takes a task or refuses it, without waiting; {@code figures} is called on the loop. */
    public LoopProbe(Predicate<LoopTask> loop, Supplier<List<Figure>> figures) {
        this.loop = loop;
        this.figures = figures;
    }

    /** Empty if the loop has not answered within 1 s. */
    Optional<List<Figure>> ask() throws InterruptedException {
        BlockingQueue<List<Figure>> answer = new ArrayBlockingQueue<>(1);
        long askedNs = System.nanoTime();
        boolean taken = loop.test(nowNs -> answer.add(withLag(System.nanoTime() - askedNs)));
        return taken ? Optional.ofNullable(answer.poll(WAIT_MS, TimeUnit.MILLISECONDS)) : Optional.empty();
    }

    private List<Figure> withLag(long lagNs) {
        List<Figure> all = new ArrayList<>(figures.get());
        all.add(Figure.seconds("loop_lag_seconds", lagNs, "how late the relay loop ran a task"));
        return all;
    }
}
