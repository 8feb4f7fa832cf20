package io.heliograph.client.core.loop;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.profile.ClientLog;
import io.heliograph.common.net.NamedThreads;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings events to the face on a thread of its own, so that a terminal that is slow or stopped does not stop the
 * connection.
 *
 * <p>Thread-safe. Bounded: a face that takes nothing for {@value #CAPACITY} events makes the loop wait after all.
 */
final class EventRelay {
    private static final int CAPACITY = 65_536;
    private static final Logger LOG = LoggerFactory.getLogger(EventRelay.class);

    private final BlockingQueue<ClientEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Consumer<ClientEvent> face;
    private final Thread thread;

    EventRelay(Consumer<ClientEvent> face) {
        this.face = face;
        this.thread = NamedThreads.make("client-events", this::run);
    }

    void start() {
        thread.start();
    }

    /** Waits while the queue is full. */
    void put(ClientEvent event) {
        try {
            queue.put(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void join(long timeoutMs) throws InterruptedException {
        thread.join(timeoutMs);
    }

    private void run() {
        boolean open = true;
        while (open) {
            try {
                ClientEvent event = queue.take();
                open = !(event instanceof ClientEvent.Ended);
                face.accept(event);
            } catch (InterruptedException e) {
                open = false;
            } catch (RuntimeException e) {
                LOG.error("a face failed on an event: {}", ClientLog.where(e));
            }
        }
    }
}
