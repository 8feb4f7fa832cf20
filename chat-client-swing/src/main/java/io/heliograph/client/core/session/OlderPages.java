package io.heliograph.client.core.session;

import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What was said before the lines of one conversation that are loaded, page by page towards its beginning.
 *
 * <p>Each page stands by itself: what was done to its lines comes with it. Not thread-safe; owned by the client's loop.
 */
final class OlderPages {
    private final LineLog log;
    private final Timeline.Sink sink;
    private final String reader;
    private long fromSeq;

    /** {@code fromSeq}: the first page ends before it; {@code sink} opens what is sealed. */
    OlderPages(LineLog log, Timeline.Sink sink, String reader, long fromSeq) {
        this.log = log;
        this.sink = sink;
        this.reader = reader;
        this.fromSeq = fromSeq;
    }

    /** Takes the lines of a page into the log; returns them as they stand now. */
    List<Line> onPage(List<Entry> entries, List<Entry> amendments, long nowNs) {
        List<Line> older = new ArrayList<>();
        LineLog page = new LineLog();
        for (Entry entry : entries) {
            EntryKind kind = entry.kind();
            if (entry.seq() < fromSeq && kind != null && Timeline.isLine(kind)) {
                Line line = Line.of(sink.open(entry, nowNs), kind, reader);
                page.add(line);
                older.add(line);
            }
        }
        entries.forEach(entry -> amend(page, entry, nowNs));
        amendments.forEach(entry -> amend(page, entry, nowNs));
        older.forEach(log::add);
        if (!entries.isEmpty()) {
            fromSeq = Math.min(fromSeq, entries.get(0).seq());
        }
        return older;
    }

    /** The next page ends before this. */
    long fromSeq() {
        return fromSeq;
    }

    private void amend(LineLog page, Entry entry, long nowNs) {
        EntryKind kind = entry.kind();
        if (kind != null && !Timeline.isLine(kind)) {
            Timeline.Opened opened = sink.open(entry, nowNs);
            if (opened.isReadable()) {
                page.amend(opened.entry());
            }
        }
    }
}
