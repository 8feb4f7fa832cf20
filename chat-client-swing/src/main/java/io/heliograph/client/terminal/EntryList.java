package io.heliograph.client.terminal;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.message.MessageId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation shows, oldest first; what is not stored yet comes last. Holds {@value #MAX_ENTRIES} entries.
 *
 * <p>Not thread-safe; owned by the {@link ChatView}, under its lock.
 */
final class EntryList {
    static final int MAX_ENTRIES = 2_000;

    private static final Comparator<ShownEntry> ORDER =
            Comparator.comparingLong(entry -> entry.seq() == 0 ? Long.MAX_VALUE : entry.seq());

    private final List<ShownEntry> entries = new ArrayList<>();

    void add(ShownEntry entry) {
        if (!replace(entry)) {
            entries.add(entry);
            entries.sort(ORDER);
            if (entries.size() > MAX_ENTRIES) {
                entries.remove(0);
            }
        }
    }

    void addPage(List<ShownEntry> page) {
        for (ShownEntry entry : page) {
            if (entries.size() < MAX_ENTRIES && !replace(entry)) {
                entries.add(entry);
            }
        }
        entries.sort(ORDER);
    }

    /** An own message has got its place. */
    void place(MessageId id, long seq, long timeMs) {
        for (int index = 0; index < entries.size(); index++) {
            if (id.equals(entries.get(index).id())) {
                entries.set(index, entries.get(index).placedAt(seq, timeMs));
            }
        }
        entries.sort(ORDER);
    }

    void remove(MessageId id) {
        entries.removeIf(entry -> id.equals(entry.id()));
    }

    /** False if it is not here. */
    boolean replace(ShownEntry entry) {
        MessageId id = entry.id();
        for (int index = 0; index < entries.size(); index++) {
            ShownEntry known = entries.get(index);
            boolean samePlace = entry.seq() > 0 && known.seq() == entry.seq();
            if (samePlace || (id != null && id.equals(known.id()))) {
                entries.set(index, entry);
                return true;
            }
        }
        return false;
    }

    void clear() {
        entries.clear();
    }

    /** Messages alone, newest first: the first is number 1 to the user. */
    List<ShownEntry> messages() {
        List<ShownEntry> messages = new ArrayList<>();
        for (int index = entries.size() - 1; index >= 0; index--) {
            if (entries.get(index).isMessage()) {
                messages.add(entries.get(index));
            }
        }
        return messages;
    }

    @Nullable
    ShownEntry find(long seq) {
        return entries.stream()
                .filter(entry -> seq > 0 && entry.seq() == seq)
                .findFirst()
                .orElse(null);
    }

    /** The numbers, as {@link #messages} counts them, of those that hold {@code text} in any case. */
    List<Integer> search(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<Integer> found = new ArrayList<>();
        List<ShownEntry> messages = messages();
        for (int index = messages.size() - 1; index >= 0; index--) {
            String said = messages.get(index).text();
            if (said != null && said.toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add(index + 1);
            }
        }
        return found;
    }

    long lastSeq() {
        return entries.stream().mapToLong(ShownEntry::seq).max().orElse(0);
    }

    int messageCount() {
        return (int) entries.stream().filter(ShownEntry::isMessage).count();
    }
}
