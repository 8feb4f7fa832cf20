package io.heliograph.server.store;

import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The logs: every entry of every conversation in the order that this table gives it. */
public interface EntryTable {
    /**
     * Appends with the conversation's next number. An entry of the same author and id that was accepted in the last 7
     * days, in whatever conversation, is not appended again: its first number comes back.
     */
    Appended append(NewEntry entry);

    /** Where a post of that author and id went within the last 7 days; null if nowhere. */
    @Nullable
    Appended accepted(long author, MessageId id);

    /** Entries of one conversation, oldest first, within the query's bounds. */
    EntryPage page(PageQuery query);

    /** What stands at {@code seq}; null if nothing is held there. */
    @Nullable
    EntryHead head(long conversation, long seq);

    /** Leaves a tombstone: number, author and time stay, the body goes. */
    void erase(long conversation, long seq);

    /** For each conversation of the account, as this transaction sees it. */
    List<UnreadRow> unread(long account);

    /** Who wrote messages (kind 1) with {@code afterSeq} < seq <= {@code uptoSeq}; account ids. */
    List<Long> authors(long conversation, long afterSeq, long uptoSeq);

    /** The oldest number still held; the next number where nothing is. */
    long firstSeq(long conversation);

    /**
     * Deletes the oldest entries of a conversation: those before {@code beforeMs}, those beyond {@code maxEntries} and
     * those beyond {@code maxBytes} (bodies), at most 10,000 in one call. How many went.
     */
    int prune(long conversation, long beforeMs, long maxEntries, long maxBytes);

    /** Forgets ids that were accepted before {@code beforeMs}, at most 10,000 in one call. */
    int forgetIds(long beforeMs);

    /**
     * An entry to be appended.
     *
     * @param kind the number on the wire
     * @param id null for what the server says itself
     * @param author account id; 0 for the server
     * @param authorName as shown
     * @param refSeq the entry it is about; 0 for none
     * @param body may be empty
     */
    record NewEntry(
            long conversation,
            int kind,
            @Nullable MessageId id,
            long author,
            String authorName,
            long timeMs,
            long refSeq,
            Bytes body) {}

    /** Where an entry went; {@code repeated}: it was there already, perhaps in another conversation. */
    record Appended(long conversation, long seq, long timeMs, boolean repeated) {}

    /**
     * Which entries.
     *
     * @param afterSeq only greater numbers; 0 for all
     * @param beforeSeq only smaller numbers; {@link Long#MAX_VALUE} for all
     * @param newest true: the newest of them; false: the oldest of them
     * @param limit entries at most
     * @param maxBytes of bodies together, but always one entry
     */
    record PageQuery(long conversation, long afterSeq, long beforeSeq, boolean newest, int limit, int maxBytes) {}

    /** An entry as stored. {@code body} is empty for a tombstone. */
    record EntryRow(
            long seq,
            int kind,
            @Nullable MessageId id,
            long author,
            String authorName,
            long timeMs,
            long refSeq,
            Bytes body) {}

    /**
     * A page.
     *
     * @param entries oldest first
     * @param more the query's range holds further entries
     * @param amendments later entries outside of the page that refer to entries of it, oldest first: the last edit of
     *     each, then the newest of the others; at most 800, half of {@code maxBytes}, and with the entries one and a
     *     half times {@code maxBytes}
     * @param cut some were left out
     */
    record EntryPage(List<EntryRow> entries, boolean more, List<EntryRow> amendments, boolean cut) {
        public EntryPage {
            entries = List.copyOf(entries);
            amendments = List.copyOf(amendments);
        }
    }

    /** What the rules need to know of an entry. */
    record EntryHead(int kind, long author, boolean erased) {}

    /** What an account has not read in a conversation: messages (kind 1, not erased) of others behind its read mark. */
    record UnreadRow(long conversation, long nextSeq, long firstSeq, long unreadCount) {}
}
