package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was done to the lines of one conversation: edits, deletions, reactions.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class ChangeNews {
    private final Target where;
    private final Consumer<ClientEvent> events;

    ChangeNews(Target where, Consumer<ClientEvent> events) {
        this.where = where;
        this.events = events;
    }

    /** {@code line} is as it stands now; null if it is not loaded. */
    void tell(@Nullable Line line, Entry change) {
        EntryKind what = change.kind();
        if (what != null) {
            events.accept(new ClientEvent.EntryChanged(
                    where,
                    change.refSeq(),
                    line == null ? null : line.shown(),
                    what,
                    change.from(),
                    textOf(change, what)));
        }
    }

    /** Nothing is said of a change that may be readable later. */
    void tellUnreadable(Timeline.Opened change) {
        SealNote note = change.note();
        EntryKind what = change.entry().kind();
        if (note != null && what != null && note.kind() == SealNote.Kind.NOT_ACCEPTED) {
            Entry entry = change.entry();
            events.accept(new ClientEvent.ChangeNotAccepted(where, entry.refSeq(), what, entry.from(), note.text()));
        }
    }

    private static @Nullable String textOf(Entry change, EntryKind what) {
        return switch (what) {
            case DELETE -> "";
            case EDIT -> {
                var said = Texts.text(change.body());
                yield said == null ? null : said.text();
            }
            default -> Texts.emoji(change.body());
        };
    }
}
