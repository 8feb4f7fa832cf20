package io.heliograph.client.core.session;

import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.Disclosed;
import io.heliograph.client.core.e2e.EndToEndLayer;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one conversation that cannot be read yet, until they can.
 *
 * <p>Keeps the newest {@value #MAX_WAITING}; what is more is read when it is loaded again. Not thread-safe; owned by
 * the client's loop.
 */
final class SealedEntries {
    static final int MAX_WAITING = 2_000;

    /** What became of an entry that waited. */
    record Resolved(Timeline.Opened opened) {}

    private final TreeMap<Long, Entry> waiting = new TreeMap<>();
    private final Target where;
    private final EndToEndLayer layer;

    SealedEntries(Target where, EndToEndLayer layer) {
        this.where = where;
        this.layer = layer;
    }

    Timeline.Opened open(long conversation, Entry entry, LongFunction<@Nullable MessageId> idOf, long nowNs) {
        Disclosed opened = layer.open(where, conversation, entry, idOf, nowNs);
        if (opened instanceof Disclosed.Waits) {
            waiting.put(entry.seq(), entry);
            if (waiting.size() > MAX_WAITING) {
                waiting.pollFirstEntry();
            }
        }
        return shown(entry, opened);
    }

    /** Those that do not wait any more, in their order. */
    List<Resolved> retry(long conversation, LongFunction<@Nullable MessageId> idOf, long nowNs) {
        List<Resolved> resolved = new ArrayList<>();
        for (Map.Entry<Long, Entry> next : List.copyOf(waiting.entrySet())) {
            Entry entry = next.getValue();
            Disclosed opened = layer.open(where, conversation, entry, idOf, nowNs);
            if (!(opened instanceof Disclosed.Waits)) {
                waiting.remove(next.getKey());
                resolved.add(new Resolved(shown(entry, opened)));
            }
        }
        return resolved;
    }

    private static Timeline.Opened shown(Entry entry, Disclosed opened) {
        if (opened instanceof Disclosed.Clear readable) {
            String warning = readable.warning();
            SealNote note = warning.isEmpty() ? null : new SealNote(SealNote.Kind.WARNING, warning);
            return new Timeline.Opened(readable.entry(), note);
        } else if (opened instanceof Disclosed.Waits waits) {
            return new Timeline.Opened(entry, new SealNote(SealNote.Kind.WAITS, waits.reason()));
        } else if (opened instanceof Disclosed.NotAccepted not) {
            return new Timeline.Opened(entry, new SealNote(SealNote.Kind.NOT_ACCEPTED, not.reason()));
        }
        throw new AssertionError("unhandled: " + opened);
    }
}
