package io.heliograph.client.core.profile;

import io.heliograph.client.core.session.OutboxEntry;
import io.heliograph.client.core.session.OutboxStore;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The outbox in the profile's state.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class StoredOutbox implements OutboxStore {
    static final String DRAWER = "outbox";

    private final LocalStore store;

    /** {@code store} is this one's alone: what it commits is the outbox and nothing else. */
    StoredOutbox(LocalStore store) {
        this.store = store;
    }

    @Override
    public List<OutboxEntry> restored() {
        List<OutboxEntry> entries = new ArrayList<>();
        for (Bytes value : store.all(DRAWER).values()) {
            OutboxFormat.Kept kept = OutboxFormat.decode(ByteBuffer.wrap(value.asReadOnlyArray()));
            if (kept != null) {
                entries.add(kept.entry());
            }
        }
        return entries;
    }

    @Override
    public void append(OutboxEntry entry) throws IOException {
        store.put(DRAWER, entry.id().octets(), OutboxFormat.encode("", entry));
        store.commit();
    }

    @Override
    public void settle(MessageId id) throws IOException {
        store.remove(DRAWER, id.octets());
        store.commit();
    }

    @Override
    public void sync() throws IOException {
        store.sync();
    }
}
