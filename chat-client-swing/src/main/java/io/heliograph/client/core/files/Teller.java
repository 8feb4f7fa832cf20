package io.heliograph.client.core.files;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileTransfer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells of one transfer: each change of its state at once, what lies between at most four times a second.
 *
 * <p>Not thread-safe; owned by its transfer.
 */
final class Teller {
    private static final long EVERY_NS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Consumer<ClientEvent> events;
    private final Pace pace = new Pace();
    private @Nullable FileTransfer told;
    private long toldNs;

    Teller(Consumer<ClientEvent> events) {
        this.events = events;
    }

    /** {@code now} without its pace, which is added. */
    void tell(FileTransfer now, long nowNs) {
        FileTransfer before = told;
        if (now.equals(before)) {
            return;
        }
        boolean changed = before == null || before.state() != now.state();
        if (changed) {
            pace.begin(now.doneBytes(), nowNs);
        } else {
            pace.onProgress(now.doneBytes(), nowNs);
        }
        if (changed || nowNs - toldNs >= EVERY_NS) {
            told = now;
            toldNs = nowNs;
            events.accept(new ClientEvent.FileProgress(paced(now)));
        }
    }

    private FileTransfer paced(FileTransfer now) {
        return new FileTransfer(
                now.id(),
                now.where(),
                now.name(),
                now.sending(),
                now.state(),
                now.doneBytes(),
                now.sizeBytes(),
                pace.bytesPerS(),
                pace.secondsLeft(now.sizeBytes() - now.doneBytes()),
                now.path(),
                now.reason());
    }
}
