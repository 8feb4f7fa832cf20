package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells how good the path is: every two seconds, and only what has changed.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class QualityReports {
    private static final long EVERY_NS = TimeUnit.SECONDS.toNanos(2);

    private ClientEvent.@Nullable LinkQuality last;
    private long nextNs;

    ClientEvent.@Nullable LinkQuality poll(ServerLink link, long nowNs) {
        if (nowNs < nextNs) {
            return null;
        }
        nextNs = nowNs + EVERY_NS;
        ClientEvent.LinkQuality current = new ClientEvent.LinkQuality(link.roundTripMs(), link.lossPermille());
        boolean changed = !current.equals(last);
        last = current;
        return changed ? current : null;
    }

    long nextTimeoutNs() {
        return nextNs;
    }
}
