package io.heliograph.client.swing.model;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.messages.MessageListModel;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.MemberEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as the desktop knows it: its lines, its state, who is in it.
 *
 * <p>Not thread-safe; owned by the event dispatch thread.
 */
public final class Place {
    private static final long TYPING_SHOWN_MS = TimeUnit.SECONDS.toMillis(5);

    private final Target where;
    private final MessageListModel lines;
    private final Map<String, Long> typingMs = new LinkedHashMap<>();
    private List<MemberEntry> members = List.of();
    private @Nullable ConversationState state;
    private long readSeq;
    private long unreadCount;
    private long mentionCount;
    private boolean hasOlder = true;
    private boolean handsHistoryOn;

    Place(Target where, MessageListModel lines) {
        this.where = where;
        this.lines = lines;
    }

    public Target where() {
        return where;
    }

    /** Null before the server has told it. */
    public @Nullable ConversationState state() {
        return state;
    }

    /** What was said. */
    public MessageListModel lines() {
        return lines;
    }

    /** Null for one that is not loaded. */
    public @Nullable ShownEntry find(long seq) {
        return lines.find(seq);
    }

    /** The newest own message that can still be changed; null if there is none. */
    public @Nullable ShownEntry lastOwn() {
        return last(entry -> entry.own() && isWhole(entry) && entry.file() == null);
    }

    /** The newest message of anybody; null if there is none. */
    public @Nullable ShownEntry lastMessage() {
        return last(Place::isWhole);
    }

    /** The last line of all; null if there is none. */
    public @Nullable ShownEntry lastLine() {
        return last(entry -> true);
    }

    private static boolean isWhole(ShownEntry entry) {
        return entry.isMessage() && !entry.deleted() && entry.seq() > 0;
    }

    /** The newest line that is wanted; null if there is none. */
    public @Nullable ShownEntry last(Predicate<ShownEntry> wanted) {
        for (int index = lines.size() - 1; index >= 0; index--) {
            ShownEntry entry = lines.entry(index);
            if (entry != null && wanted.test(entry)) {
                return entry;
            }
        }
        return null;
    }

    /** The number of the last entry that is known; 0 if none is. */
    public long lastSeq() {
        return Math.max(lines.lastSeq(), state == null ? 0 : state.nextSeq() - 1);
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

    /** Who comes later may be given the keys to what was said before. */
    public boolean handsHistoryOn() {
        return handsHistoryOn;
    }

    /** For the order of the list; milliseconds since 1970, 0 if nothing was said. */
    public long lastActivityMs() {
        ShownEntry last = lastLine();
        long shownMs = last == null ? 0 : last.timeMs();
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

    void setHandsHistoryOn(boolean on) {
        handsHistoryOn = on;
    }

    void setMembers(List<MemberEntry> known) {
        members = known;
    }

    void onTyping(String from, long nowMs) {
        typingMs.put(from, nowMs);
    }

    /** Something about its lines. */
    void accept(ClientEvent event) {
        if (event instanceof ClientEvent.EntryShown shown) {
            typingMs.remove(shown.entry().from());
        } else if (event instanceof ClientEvent.PageShown page) {
            hasOlder = page.more();
        } else if (event instanceof ClientEvent.HistoryReset) {
            hasOlder = true;
        }
        lines.accept(event);
    }
}
