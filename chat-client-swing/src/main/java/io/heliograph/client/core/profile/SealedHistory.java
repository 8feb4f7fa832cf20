package io.heliograph.client.core.profile;

import io.heliograph.client.core.store.History;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The history in a sealed log, and all of it in memory.
 *
 * <p>What was deleted is forgotten: in memory at once, on disk when the profile is opened the next time. Thread-safe:
 * the client's loop adds, others read.
 */
final class SealedHistory implements History, AutoCloseable {
    static final String LABEL = "history";
    private static final int BATCH_BYTES = 1024 * 1024;

    private record Place(InstanceId instance, long conversation) {}

    /** One conversation: its entries by number, and by the number of what they are about. */
    private static final class Lines {
        final NavigableMap<Long, HistoryEntry> messages = new TreeMap<>();
        final Map<Long, NavigableMap<Long, HistoryEntry>> changes = new HashMap<>();

        Map<Long, HistoryEntry> changesOf(long seq) {
            NavigableMap<Long, HistoryEntry> found = changes.get(seq);
            return found == null ? Map.of() : found;
        }

        boolean isDeleted(long seq) {
            return changesOf(seq).values().stream()
                    .anyMatch(change -> change.kind() == EntryKind.DELETE && change.accepted());
        }
    }

    private final HistoryFormat format = new HistoryFormat();
    private final Map<Place, Lines> conversations = new HashMap<>();
    private final List<HistoryEntry> added = new ArrayList<>();
    private final List<HistoryEntry> waiting = new ArrayList<>();
    private final String account;
    private @Nullable SealedLog log;
    private boolean holdsDeleted;

    private SealedHistory(String account) {
        this.account = account;
    }

    /** {@code account} tells apart who reads on which server with one profile. */
    static SealedHistory create(SealedLog.Place place, String account) throws IOException {
        SealedHistory history = new SealedHistory(account);
        history.log = SealedLog.create(place);
        return history;
    }

    static SealedHistory open(SealedLog.Place place, String account) throws IOException, ProfileException {
        SealedHistory history = new SealedHistory(account);
        history.log = SealedLog.open(place, history::replay);
        if (history.holdsDeleted) {
            history.forgetDeleted();
        }
        return history;
    }

    @Override
    public synchronized void add(HistoryEntry entry) {
        if (take(entry)) {
            waiting.add(entry);
        }
    }

    @Override
    public synchronized @Nullable HistoryEntry find(InstanceId instance, long conversation, long seq) {
        Lines lines = conversations.get(new Place(instance, conversation));
        if (lines == null) {
            return null;
        }
        HistoryEntry line = lines.messages.get(seq);
        if (line != null) {
            return line;
        }
        return lines.changes.values().stream()
                .map(changes -> changes.get(seq))
                .filter(change -> change != null)
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized List<HistoryEntry> around(
            InstanceId instance, long conversation, long seq, int before, int after) {
        Lines lines = conversations.get(new Place(instance, conversation));
        List<HistoryEntry> found = new ArrayList<>();
        if (lines == null) {
            return found;
        }
        lines.messages.headMap(seq, false).descendingMap().values().stream()
                .limit(before)
                .forEach(found::add);
        Collections.reverse(found);
        HistoryEntry itself = lines.messages.get(seq);
        if (itself != null) {
            found.add(itself);
        }
        lines.messages.tailMap(seq, false).values().stream().limit(after).forEach(found::add);
        NavigableMap<Long, HistoryEntry> changes = new TreeMap<>();
        found.forEach(line -> changes.putAll(lines.changesOf(line.seq())));
        found.addAll(changes.values());
        return found;
    }

    @Override
    public synchronized List<HistoryEntry> addedFrom(int position) {
        return List.copyOf(added.subList(Math.min(position, added.size()), added.size()));
    }

    @Override
    public synchronized void flush() throws IOException {
        int written = 0;
        try {
            while (written < waiting.size()) {
                ByteArrayOutputStream batch = new ByteArrayOutputStream();
                HistoryFormat.begin(batch, account);
                int next = written;
                while (next < waiting.size() && batch.size() < BATCH_BYTES) {
                    HistoryFormat.put(batch, waiting.get(next));
                    next++;
                }
                opened().append(batch.toByteArray());
                written = next;
            }
        } finally {
            waiting.subList(0, written).clear();
        }
    }

    @Override
    public synchronized void sync() throws IOException {
        flush();
        opened().force();
    }

    synchronized long tornBytes() {
        return opened().tornBytes();
    }

    @Override
    public synchronized void close() throws IOException {
        opened().close();
    }

    // Private

    private boolean replay(byte[] content) {
        HistoryFormat.Batch batch = format.read(content, account);
        if (batch == null) {
            return false;
        }
        batch.entries().forEach(this::take);
        return true;
    }

    /** False if it is known. */
    private boolean take(HistoryEntry entry) {
        Lines lines =
                conversations.computeIfAbsent(new Place(entry.instance(), entry.conversation()), where -> new Lines());
        NavigableMap<Long, HistoryEntry> entries = entry.kind() == EntryKind.MESSAGE
                ? lines.messages
                : lines.changes.computeIfAbsent(entry.refSeq(), seq -> new TreeMap<>());
        HistoryEntry known = entries.get(entry.seq());
        boolean emptied = known != null && isEmptied(known, entry);
        if (known != null && !emptied && (known.accepted() || !entry.accepted())) {
            return false;
        }
        holdsDeleted |= emptied;
        boolean gone = entry.kind() == EntryKind.MESSAGE && lines.isDeleted(entry.seq());
        HistoryEntry kept = gone ? withoutBody(entry) : entry;
        entries.put(entry.seq(), kept);
        added.add(kept);
        holdsDeleted |= gone && !entry.body().isEmpty();
        if (entry.kind() == EntryKind.DELETE && entry.accepted()) {
            forget(lines, entry.refSeq());
        }
        return true;
    }

    private void forget(Lines lines, long seq) {
        HistoryEntry line = lines.messages.get(seq);
        if (line != null && !line.body().isEmpty()) {
            holdsDeleted = true;
            lines.messages.put(seq, withoutBody(line));
        }
    }

    /** The server tells of a deleted message by its empty body, where it does not tell of the deletion. */
    private static boolean isEmptied(HistoryEntry known, HistoryEntry entry) {
        boolean isNews =
                entry.accepted() && entry.body().isEmpty() && !known.body().isEmpty();
        return isNews && entry.kind() == EntryKind.MESSAGE;
    }

    /** Writes the file anew without what was said in deleted messages and their edits. */
    private void forgetDeleted() throws IOException {
        SealedLog source = opened();
        source.replace(out -> source.forEach(content -> {
            HistoryFormat.Batch batch = new HistoryFormat().read(content, account);
            if (batch == null || !batch.account().equals(account)) {
                out.append(content);
                return true;
            }
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            HistoryFormat.begin(kept, account);
            batch.entries().forEach(entry -> HistoryFormat.put(kept, isGone(entry) ? withoutBody(entry) : entry));
            out.append(kept.toByteArray());
            return true;
        }));
        holdsDeleted = false;
    }

    private boolean isGone(HistoryEntry entry) {
        Lines lines = conversations.get(new Place(entry.instance(), entry.conversation()));
        boolean message = entry.kind() == EntryKind.MESSAGE;
        if (lines == null || !(message || entry.kind() == EntryKind.EDIT)) {
            return false;
        }
        long seq = message ? entry.seq() : entry.refSeq();
        HistoryEntry line = lines.messages.get(seq);
        return lines.isDeleted(seq)
                || (line != null && line.accepted() && line.body().isEmpty());
    }

    private static HistoryEntry withoutBody(HistoryEntry entry) {
        return new HistoryEntry(
                entry.instance(),
                entry.conversation(),
                entry.where(),
                entry.seq(),
                entry.kind(),
                entry.id(),
                entry.from(),
                entry.own(),
                entry.timeMs(),
                entry.refSeq(),
                Bytes.EMPTY,
                entry.accepted());
    }

    private SealedLog opened() {
        if (log == null) {
            throw new IllegalStateException("a history without its log");
        }
        return log;
    }
}
