package io.heliograph.client.swing.model;

import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as the desktop knows it: its lines by number, behind them own ones that have none yet.
 *
 * <p>Not thread-safe; owned by the event dispatch thread.
 */
public final class Place {
    private static final long TYPING_SHOWN_MS = TimeUnit.SECONDS.toMillis(5);

    private final Target where;
    private final NavigableMap<Long, MessageLine> placed = new TreeMap<>();
    private final Map<MessageId, MessageLine> waiting = new LinkedHashMap<>();
    private final Map<MessageId, Long> seqs = new HashMap<>();
    private final Map<String, Long> typingMs = new LinkedHashMap<>();
    private List<MemberEntry> members = List.of();
    private @Nullable ConversationState state;
    private long readSeq;
    private long unreadCount;
    private long mentionCount;
    private boolean hasOlder = true;

    Place(Target where) {
        this.where = where;
    }

    public Target where() {
        return where;
    }

    /** Null before the server has told it. */
    public @Nullable ConversationState state() {
        return state;
    }

    /** Oldest first. */
    public List<MessageLine> lines() {
        List<MessageLine> lines = new ArrayList<>(placed.values());
        lines.addAll(waiting.values());
        return lines;
    }

    public int lineCount() {
        return placed.size() + waiting.size();
    }

    /** Null for one that is not loaded. */
    public @Nullable MessageLine find(long seq) {
        return placed.get(seq);
    }

    /** Null for one that is not loaded. */
    public @Nullable MessageLine find(MessageId id) {
        MessageLine line = waiting.get(id);
        Long seq = seqs.get(id);
        return line != null || seq == null ? line : placed.get(seq);
    }

    /** The newest own message that can still be changed; null if there is none. */
    public @Nullable ShownEntry lastOwn() {
        for (MessageLine line : placed.descendingMap().values()) {
            ShownEntry entry = line.entry();
            if (entry.own() && entry.isMessage() && !entry.deleted() && entry.file() == null) {
                return entry;
            }
        }
        return null;
    }

    /** The newest message of anybody; null if there is none. */
    public @Nullable ShownEntry lastMessage() {
        for (MessageLine line : placed.descendingMap().values()) {
            if (line.entry().isMessage() && !line.entry().deleted()) {
                return line.entry();
            }
        }
        return null;
    }

    /** The last line of all; null if there is none. */
    public @Nullable MessageLine lastLine() {
        MessageLine last = placed.isEmpty() ? null : placed.lastEntry().getValue();
        for (MessageLine line : waiting.values()) {
            last = line;
        }
        return last;
    }

    /** The number of the last entry that is known; 0 if none is. */
    public long lastSeq() {
        long shown = placed.isEmpty() ? 0 : placed.lastKey();
        return Math.max(shown, state == null ? 0 : state.nextSeq() - 1);
    }

    public long readSeq() {
        return readSeq;
    }

    public long unreadCount() {
        return unreadCount;
    }

    public long mentionCount() {
        return mentionCount;
    }

    public List<MemberEntry> members() {
        return members;
    }

    public boolean hasOlder() {
        return hasOlder;
    }

    /** For the order of the list; milliseconds since 1970, 0 if nothing was said. */
    public long lastActivityMs() {
        MessageLine last = lastLine();
        long shownMs = last == null ? 0 : last.entry().timeMs();
        return Math.max(shownMs, state == null ? 0 : state.lastActivityMs());
    }

    /** Who is typing now. */
    public List<String> typing(long nowMs) {
        typingMs.values().removeIf(sinceMs -> nowMs - sinceMs >= TYPING_SHOWN_MS);
        return new ArrayList<>(typingMs.keySet());
    }

    // What events do to it

    void set(ConversationState told) {
        state = told;
    }

    void setUnread(long read, long unread, long mentions) {
        readSeq = read;
        unreadCount = unread;
        mentionCount = mentions;
    }

    void setMembers(List<MemberEntry> known) {
        members = known;
    }

    void onTyping(String from, long nowMs) {
        typingMs.put(from, nowMs);
    }

    void add(ShownEntry entry) {
        typingMs.remove(entry.from());
        MessageId id = entry.id();
        if (entry.seq() == 0 && id != null) {
            waiting.put(id, MessageLine.of(entry).with(MessageState.QUEUED, ""));
        } else if (entry.seq() > 0) {
            put(MessageLine.of(entry));
        }
    }

    void place(MessageId id, long seq, long timeMs) {
        MessageLine line = waiting.remove(id);
        if (line != null) {
            put(line.with(line.entry().placedAt(seq, timeMs)));
        }
    }

    void replace(ShownEntry entry) {
        MessageLine known = placed.get(entry.seq());
        if (known != null) {
            placed.put(entry.seq(), known.with(entry));
        }
    }

    void addPage(List<ShownEntry> entries, boolean more) {
        entries.forEach(entry -> put(MessageLine.of(entry)));
        hasOlder = more;
    }

    /** True if the message is here. */
    boolean setState(MessageId id, MessageState reached, String reason) {
        MessageLine line = waiting.get(id);
        if (line != null) {
            waiting.put(id, line.with(reached, reason));
            return true;
        }
        Long seq = seqs.get(id);
        MessageLine known = seq == null ? null : placed.get(seq);
        if (known != null) {
            placed.put(known.entry().seq(), known.with(reached, reason));
        }
        return known != null;
    }

    void setCounts(MessageId id, int delivered, int read, int of) {
        Long seq = seqs.get(id);
        MessageLine known = seq == null ? null : placed.get(seq);
        if (known != null) {
            placed.put(known.entry().seq(), known.withCounts(delivered, read, of));
        }
    }

    void forgetWaiting(MessageId id) {
        waiting.remove(id);
    }

    void clear() {
        placed.clear();
        seqs.clear();
        hasOlder = true;
    }

    private void put(MessageLine line) {
        MessageLine before = placed.get(line.entry().seq());
        placed.put(line.entry().seq(), before == null ? line : before.with(line.entry()));
        MessageId id = line.entry().id();
        if (id != null) {
            seqs.put(id, line.entry().seq());
        }
    }
}
