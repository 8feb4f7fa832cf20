package io.heliograph.client.core.session;

import io.heliograph.client.core.SealNote;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.time.NanoClock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The order of one conversation: whatever comes, by whatever way and how often, each entry is shown once and behind
 * those before it (protocol.md 8.5, 8.6).
 *
 * <p>What comes behind a hole waits for the hole to be filled by {@link #missing}. A posting of this connection
 * fills its own place. Not thread-safe; owned by the client's loop.
 */
final class Timeline {
    /** Chosen by us: what waits behind a hole; what is more is asked for again. */
    static final int MAX_WAITING = 1_000;
    /** A hole that nobody told of may still be filled by what is on its way: the answer to a post overtakes others. */
    static final long PATIENCE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** An entry as it can be shown; {@code note} is null if there is nothing to say about its sealing. */
    record Opened(Entry entry, @Nullable SealNote note) {
        boolean isReadable() {
            return note == null || note.kind() == SealNote.Kind.WARNING;
        }
    }

    /** What the order leads to. */
    interface Sink {
        /** False while what is needed to open it is on its way; {@link Timeline#proceed} asks again. */
        boolean mayShow(Entry entry, long nowNs);

        /** Opens what its author has sealed. */
        Opened open(Entry entry, long nowNs);

        /** In order, each once; {@code live} unless it was said while this client was away. */
        void onShown(Line line, boolean live);

        /** {@code line} is null if it is not loaded. */
        void onChanged(@Nullable Line line, Entry change);

        /** What was done to a line cannot be read, yet or for good. */
        void onUnreadableChange(Opened change);

        /** Entries that the relay does not hold any more. */
        void onGone(long fromSeq, long toSeq);
    }

    /** Entries with {@code afterSeq} &lt; number &lt; {@code beforeSeq}. */
    record Range(long afterSeq, long beforeSeq) {}

    private record Waiting(Entry entry, boolean live, boolean placed) {}

    private final LineLog log = new LineLog();
    private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    private final Sink sink;
    private final String reader;
    private final OlderPages older;
    private long frontierSeq;
    private long owedSeq;
    private long waitingSinceNs = NanoClock.NEVER_NS;
    private boolean held;
    private boolean blocked;

    /** {@code frontierSeq}: what is up to it is not shown as news; {@code reader} is the user of this client. */
    Timeline(Sink sink, String reader, long frontierSeq) {
        this.sink = sink;
        this.reader = reader;
        this.frontierSeq = frontierSeq;
        this.owedSeq = frontierSeq;
        this.older = new OlderPages(log, sink, reader, frontierSeq + 1);
    }

    // Inputs

    /** What is up to {@code seq} will not come unasked: after a login, and after a GAP. */
    void onOwed(long seq) {
        owedSeq = Math.max(owedSeq, seq);
    }

    /** Nothing is shown for a moment: what is needed to open it is on its way. */
    void hold() {
        held = true;
    }

    void release(long nowNs) {
        held = false;
        proceed(nowNs);
    }

    /** What was on its way may be here. */
    void proceed(long nowNs) {
        blocked = false;
        drain(nowNs);
    }

    /** It came unasked. */
    void onNews(Entry entry, long nowNs) {
        accept(entry.seq(), new Waiting(entry, true, false), nowNs);
    }

    /** This connection's own posting has got its place. */
    void onPosted(Entry entry, long nowNs) {
        if (entry.seq() > frontierSeq) {
            if (entry.kind() == EntryKind.MESSAGE) {
                log.add(new Line(entry, EntryKind.MESSAGE, reader, null));
            } else {
                change(entry);
            }
            accept(entry.seq(), new Waiting(entry, true, true), nowNs);
        }
    }

    /** The answer to {@link #missing}. */
    void onFound(Range range, List<Entry> entries, boolean more, long nowNs) {
        boolean leads = false;
        for (Entry entry : entries) {
            leads |= entry.seq() > range.afterSeq();
            if (entry.seq() > frontierSeq && entry.seq() < range.beforeSeq()) {
                if (!sink.mayShow(entry, nowNs)) {
                    blocked = true; // the rest of the page is asked for once more
                    return;
                }
                skipTo(entry.seq());
                Waiting known = waiting.remove(entry.seq());
                show(known == null ? new Waiting(entry, false, false) : known, nowNs);
            }
        }
        if (!more || !leads) {
            skipTo(range.beforeSeq());
        }
        drain(nowNs);
    }

    /** Later entries that refer to some that will be told to {@link #onFound} next. */
    void onAmendments(List<Entry> amendments, long nowNs) {
        for (Entry sealed : amendments) {
            Opened opened = sink.open(sealed, nowNs);
            if (!opened.isReadable()) {
                continue; // told again when it can be read
            }
            Entry amendment = opened.entry();
            // What is not shown yet comes as an entry of its own and is told then; what was shown is told now.
            Line line = log.amend(amendment);
            if (line != null) {
                sink.onChanged(line, amendment);
            }
        }
    }

    /** A page before {@link #pagedFromSeq}; returns its lines as they stand now. */
    List<Line> onOlder(List<Entry> entries, List<Entry> amendments, long nowNs) {
        return older.onPage(entries, amendments, nowNs);
    }

    // Outputs

    /** What has to be asked for; null if nothing. */
    @Nullable
    Range missing(long nowNs) {
        if (held || blocked) {
            return null;
        }
        if (frontierSeq < owedSeq) {
            long end = owedSeq + 1;
            return new Range(frontierSeq, waiting.isEmpty() ? end : Math.min(end, waiting.firstKey()));
        }
        boolean impatient = !waiting.isEmpty() && nowNs >= nextTimeoutNs();
        return impatient ? new Range(frontierSeq, waiting.firstKey()) : null;
    }

    long nextTimeoutNs() {
        return waiting.isEmpty() || held || blocked ? NanoClock.NEVER_NS : waitingSinceNs + PATIENCE_NS;
    }

    // Queries

    LineLog log() {
        return log;
    }

    long frontierSeq() {
        return frontierSeq;
    }

    /** Older pages end before this. */
    long pagedFromSeq() {
        return older.fromSeq();
    }

    // Private

    private void accept(long seq, Waiting arrived, long nowNs) {
        if (seq <= frontierSeq || (waiting.containsKey(seq) && !arrived.placed())) {
            return;
        }
        if (waiting.isEmpty()) {
            waitingSinceNs = nowNs;
        }
        waiting.put(seq, arrived);
        drain(nowNs);
        while (waiting.size() > MAX_WAITING) {
            Map.Entry<Long, Waiting> last = waiting.pollLastEntry();
            onOwed(last.getKey());
        }
    }

    private void drain(long nowNs) {
        boolean progress = false;
        while (!held && !waiting.isEmpty() && waiting.firstKey() <= frontierSeq + 1) {
            Waiting next = waiting.firstEntry().getValue();
            if (next.entry().seq() > frontierSeq && !next.placed() && !sink.mayShow(next.entry(), nowNs)) {
                blocked = true;
                return;
            }
            waiting.pollFirstEntry();
            if (next.entry().seq() > frontierSeq) {
                show(next, nowNs);
                progress = true;
            }
        }
        if (progress) {
            waitingSinceNs = nowNs;
        }
    }

    /** The relay has nothing before {@code seq}: of what it held once nothing is left, or it was never there. */
    private void skipTo(long seq) {
        if (seq > frontierSeq + 1) {
            sink.onGone(frontierSeq + 1, seq - 1);
            frontierSeq = seq - 1;
        }
    }

    private void show(Waiting arrived, long nowNs) {
        Entry entry = arrived.entry();
        EntryKind kind = entry.kind();
        frontierSeq = entry.seq();
        if (kind == null || arrived.placed() || log.holds(entry.seq())) {
            return; // a kind of a later version counts and is passed over; an own posting stands where it was put
        }
        if (isLine(kind)) {
            Line line = Line.of(sink.open(entry, nowNs), kind, reader);
            log.add(line);
            sink.onShown(line, arrived.live());
        } else {
            Opened opened = sink.open(entry, nowNs);
            if (opened.isReadable()) {
                change(opened.entry());
            } else {
                sink.onUnreadableChange(opened);
            }
        }
    }

    private void change(Entry entry) {
        Line line = log.amend(entry);
        if (line != null || !log.holds(entry.refSeq())) {
            sink.onChanged(line, entry);
        }
    }

    static boolean isLine(EntryKind kind) {
        return switch (kind) {
            case EDIT, DELETE, REACT, UNREACT -> false;
            default -> true;
        };
    }
}
