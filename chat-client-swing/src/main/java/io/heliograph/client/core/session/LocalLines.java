package io.heliograph.client.core.session;

import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of the history as they stand now, put together as the session does it. Thread-safe: pure functions. */
public final class LocalLines {
    private static final SealNote NOT_ACCEPTED =
            new SealNote(SealNote.Kind.NOT_ACCEPTED, "it was not believed when it came");

    private LocalLines() {}

    /**
     * The messages among {@code entries}, in their order, with what others of them did to them. {@code reader} is the
     * user of this client.
     */
    public static List<ShownEntry> of(List<HistoryEntry> entries, String reader) {
        Map<Long, Line> lines = new LinkedHashMap<>();
        for (HistoryEntry entry : entries) {
            if (entry.kind() == EntryKind.MESSAGE) {
                String self = entry.own() ? entry.from() : reader;
                SealNote note = entry.accepted() ? null : NOT_ACCEPTED;
                lines.put(entry.seq(), new Line(wire(entry), EntryKind.MESSAGE, self, note));
            }
        }
        for (HistoryEntry entry : entries) {
            Line line = lines.get(entry.refSeq());
            if (entry.kind() != EntryKind.MESSAGE && entry.accepted() && line != null) {
                line.amend(wire(entry));
            }
        }
        List<ShownEntry> shown = new ArrayList<>();
        lines.values().forEach(line -> shown.add(line.shown()));
        return shown;
    }

    private static Entry wire(HistoryEntry entry) {
        return new Entry(
                entry.seq(), entry.kind(), entry.id(), entry.from(), entry.timeMs(), entry.refSeq(), entry.body());
    }
}
