package io.heliograph.client.core.e2e;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.e2e.BoxContent;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.util.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Carries what the user has begun to write from device to device (protocol.md 13.3). The latest one holds.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class DraftDesk {
    /** Chosen by us: nobody writes in more places. */
    private static final int MAX_PLACES = 4_096;

    private final OwnDevice own;
    private final Contacts contacts;
    private final KeyRequests.Post sender;
    private final LongSupplier wallClockMs;
    private final Consumer<ClientEvent> events;
    private final Map<String, Long> timesMs = new HashMap<>();

    DraftDesk(
            OwnDevice own,
            Contacts contacts,
            KeyRequests.Post sender,
            LongSupplier wallClockMs,
            Consumer<ClientEvent> events) {
        this.own = own;
        this.contacts = contacts;
        this.sender = sender;
        this.wallClockMs = wallClockMs;
        this.events = events;
    }

    /** One that no box has room for stays on this device. */
    void tell(Target where, String text, long nowNs) {
        if (!BoxContent.Draft.mayCarry(text)) {
            return;
        }
        long timeMs = Math.max(wallClockMs.getAsLong(), timesMs.getOrDefault(where.key(), 0L) + 1);
        remember(where, timeMs);
        BoxContent draft = new BoxContent.Draft(where.address(), text, timeMs);
        for (PreKeyRecord device : contacts.usablePrekeys(own.name())) {
            if (!device.device().equals(own.device())) {
                sender.send(device, draft, nowNs);
            }
        }
    }

    /** False if it is none of a device of this user, or makes no sense. */
    boolean onDraft(BoxContent.Draft draft, String from, Bytes device) {
        Target where = Target.parse(draft.where());
        Contact self = contacts.find(own.name());
        boolean mine = from.equals(own.name())
                && !device.equals(own.device())
                && self != null
                && self.list().holds(device);
        if (!mine || where == null || where.whyNot() != null) {
            return false;
        }
        if (draft.timeMs() > timesMs.getOrDefault(where.key(), 0L)) {
            remember(where, draft.timeMs());
            events.accept(new ClientEvent.DraftChanged(where, draft.text()));
        }
        return true;
    }

    private void remember(Target where, long timeMs) {
        if (timesMs.size() >= MAX_PLACES) {
            timesMs.clear();
        }
        timesMs.put(where.key(), timeMs);
    }
}
