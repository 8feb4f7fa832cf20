package io.heliograph.common.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlineQueueTest {
    @Test
    void givesWhatIsDueEarliestFirst() {
        DeadlineQueue<String> queue = new DeadlineQueue<>();
        queue.schedule("late", 30);
        queue.schedule("early", 10);
        queue.schedule("middle", 20);
        assertEquals(10, queue.nextNs());
        assertNull(queue.pollDue(9));
        assertEquals("early", queue.pollDue(25));
        assertEquals("middle", queue.pollDue(25));
        assertNull(queue.pollDue(25));
    }

    @Test
    void aDeadlineOfNeverRemovesTheKey() {
        DeadlineQueue<String> queue = new DeadlineQueue<>();
        queue.schedule("a", 10);
        queue.schedule("a", NanoClock.NEVER_NS);
        assertEquals(0, queue.size());
        assertEquals(NanoClock.NEVER_NS, queue.nextNs());
    }

    @Test
    void agreesWithAPlainMapOnRandomWalks() {
        long seed = Long.getLong("sim.seed", 0xD15EA5E);
        Random random = new Random(seed);
        DeadlineQueue<Integer> queue = new DeadlineQueue<>();
        Map<Integer, Long> model = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            int key = random.nextInt(60);
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    long deadline = random.nextInt(1_000);
                    queue.schedule(key, deadline);
                    model.put(key, deadline);
                }
                case 2 -> {
                    queue.cancel(key);
                    model.remove(key);
                }
                default -> {
                    Integer due = queue.pollDue(500);
                    if (due != null) {
                        long earliest =
                                model.values().stream().min(Long::compare).orElseThrow();
                        assertEquals(earliest, model.remove(due), "sim.seed=" + seed + " step " + step);
                    }
                }
            }
            long next = model.values().stream().min(Long::compare).orElse(NanoClock.NEVER_NS);
            assertEquals(next, queue.nextNs(), "sim.seed=" + seed + " step " + step);
            assertEquals(model.size(), queue.size());
        }
    }
}
