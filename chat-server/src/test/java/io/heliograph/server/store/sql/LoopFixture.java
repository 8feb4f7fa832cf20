package io.heliograph.server.store.sql;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.net.LoopTask;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.StoreFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The relay loop's part: takes tasks from other threads and runs them on the test's own. */
final class LoopFixture implements LoopPoster {
    private static final long PATIENCE_S = 30;

    private final BlockingQueue<LoopTask> inbox = new LinkedBlockingQueue<>();
    private final List<Integer> inputCounts = new ArrayList<>();

    @Override
    public void post(LoopTask task) {
        inbox.add(task);
    }

    /** What each task that has come so far counts as. */
    List<Integer> inputCounts() {
        return inputCounts;
    }

    void runUntil(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            LoopTask task = inbox.poll(PATIENCE_S, TimeUnit.SECONDS);
            assertNotNull(task, "nothing came in " + PATIENCE_S + " s");
            inputCounts.add(task.inputCount());
            task.run(inputCounts.size());
        }
    }

    /** Writes and waits for the answer: the result, or the fault. */
    Object write(Store store, Store.Work<?> work) throws InterruptedException {
        List<Object> answer = new ArrayList<>();
        submit(store, work, answer);
        runUntil(() -> !answer.isEmpty());
        return answer.get(0);
    }

    <T> T read(Store store, Store.Work<T> work) throws InterruptedException {
        List<T> answer = new ArrayList<>();
        List<StoreFault> faults = new ArrayList<>();
        store.read(work, (result, nowNs) -> answer.add(result), (fault, nowNs) -> faults.add(fault));
        runUntil(() -> answer.size() + faults.size() > 0);
        assertTrue(faults.isEmpty(), () -> "failed: " + faults);
        return answer.get(0);
    }

    static <T> void submit(Store store, Store.Work<T> work, List<Object> answers) {
        store.write(work, (result, nowNs) -> answers.add(result), (fault, nowNs) -> answers.add(fault));
    }
}
