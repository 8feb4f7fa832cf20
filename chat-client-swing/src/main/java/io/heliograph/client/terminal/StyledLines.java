package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.text.SafeText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of each event on a terminal with colours.
 *
 * <p>Thread-safe: holds no state.
 */
final class StyledLines {
    private static final int EXCERPT_CHARS = 40;
    private static final int MAX_PLACES = 4;
    private static final long LATE_NS = TimeUnit.SECONDS.toNanos(3);

    private final Palette palette;
    private final DateTimeFormatter clock;
    private final ZoneId zone;

    StyledLines(Palette palette, ZoneId zone) {
        this.palette = palette;
        this.zone = zone;
        this.clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    /**
     * {@code current} is where the user is: what is said elsewhere names its place. {@code original} is what the
     * message answers, if it is known.
     */
    AttributedString message(Target where, ShownEntry entry, Target current, @Nullable ShownEntry original) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        line.styled(palette.quiet(), clock.format(Instant.ofEpochMilli(entry.timeMs())) + " ");
        boolean here = where.key().equals(current.key());
        if (where.isRoom() && !here) {
            line.styled(palette.quiet(), Wording.safe(where.address()) + " ");
        }
        author(line, where, entry);
        AttributedStyle style = entry.own() ? palette.own() : palette.text();
        if (entry.mentionsMe()) {
            style = palette.mention();
        } else if (entry.deleted()) {
            style = palette.quiet();
        }
        // The lines after the first are set in, so that none of them can pass for a message of its own.
        return line.styled(palette.quiet(), EntryWording.answered(entry, original))
                .styled(style, EntryWording.text(entry).replace("\n", "\n        "))
                .toAttributedString();
    }

    /** The same with its number, as {@code /history} shows it. */
    AttributedString numbered(int number, AttributedString message) {
        return new AttributedStringBuilder()
                .styled(palette.quiet(), String.format(Locale.ROOT, "%3d ", number))
                .append(message)
                .toAttributedString();
    }

    /** What a search has found; the words in bold and underlined. */
    AttributedString found(int number, SearchHit hit) {
        AttributedStringBuilder line =
                new AttributedStringBuilder().styled(palette.quiet(), FoundWording.head(number, hit, zone));
        for (FoundWording.Piece piece : FoundWording.pieces(hit)) {
            line.styled(piece.marked() ? palette.text().bold().underline() : palette.text(), piece.text());
        }
        return line.toAttributedString();
    }

    /** A line, with a sign before it if it is the one that is meant. */
    AttributedString marked(boolean meant, AttributedString message) {
        return new AttributedStringBuilder()
                .styled(palette.warning(), meant ? "▶ " : "  ")
                .append(message)
                .toAttributedString();
    }

    AttributedString newMark(long count) {
        return styled(palette.warning(), "── " + count + " new ──");
    }

    private void author(AttributedStringBuilder line, Target where, ShownEntry entry) {
        String from = Wording.safe(entry.from());
        boolean acts = EntryWording.isAction(entry);
        if (entry.own()) {
            // A mark as well as a style, for terminals and eyes that tell no difference between styles.
            line.styled(palette.own(), (acts ? "* " : "» ") + from);
        } else {
            String mark = acts ? "* " : "  ";
            line.styled(palette.name(entry.from()), (entry.mentionsMe() ? "! " : mark) + from);
        }
        if (!where.isRoom()) {
            line.styled(palette.quiet(), " → " + (entry.own() ? Wording.safe(where.name()) : "you"));
        }
        line.append(acts ? " " : "  ");
    }

    /** Null when the state is shown by the status line alone. */
    @Nullable
    AttributedString state(ClientEvent.StateChanged changed, ChatView.@Nullable Pending before, long nowNs) {
        String what = before == null ? "" : " \"" + SafeText.excerpt(before.text(), EXCERPT_CHARS) + "\"";
        if (changed.state() == MessageState.FAILED) {
            return styled(palette.mistake(), "✗ not delivered:" + what + " " + Wording.safe(changed.reason()));
        }
        if (changed.state() == MessageState.STORED && before != null && nowNs - before.sinceNs() > LATE_NS) {
            String after = Wording.seconds(TimeUnit.NANOSECONDS.toMillis(nowNs - before.sinceNs()));
            return styled(palette.quiet(), "✓ delivered to the server after " + after + ":" + what);
        }
        return null;
    }

    AttributedString notice(String text) {
        return styled(palette.quiet(), "· " + text);
    }

    AttributedString mistake(String text) {
        return styled(palette.mistake(), "! " + text);
    }

    AttributedString announcement(ClientEvent.Announced announced) {
        return new AttributedStringBuilder()
                .styled(palette.quiet(), clock.format(Instant.ofEpochMilli(announced.timeMs())) + " ")
                .styled(palette.warning().bold(), "★ the server says: " + Wording.safe(announced.text()))
                .toAttributedString();
    }

    /** One line of at most {@code columns}: connection, place, own messages, who is typing. */
    AttributedString status(ChatView view, long nowNs, int columns) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        LinkView.Condition link = view.link().condition();
        line.styled(linkStyle(link), (link == LinkView.Condition.ONLINE ? "● " : "○ ") + link.word());
        long rttMs = view.link().quality().rttMs();
        if (link == LinkView.Condition.ONLINE && rttMs >= 0) {
            line.styled(palette.quiet(), " " + rttMs + " ms");
        }
        Target current = view.current();
        ConversationState state = view.stateOf(current);
        String count = state == null || !current.isRoom() ? "" : " (" + state.memberCount() + ")";
        line.styled(palette.quiet(), " | " + Wording.safe(current.address()) + count + receipts(view, current));
        line.styled(palette.warning(), elsewhere(view, current));
        int pending = view.pending().size();
        if (pending > 0) {
            line.styled(palette.warning(), " | … " + pending + " on the way");
        }
        if (view.failedCount() > 0) {
            line.styled(palette.mistake(), " | ✗ " + view.failedCount() + " failed");
        }
        line.styled(palette.quiet(), FileWording.status(view.transfers().moving()));
        line.styled(palette.quiet(), typing(view.typing(current, nowNs)));
        return line.toAttributedString().columnSubSequence(0, Math.max(1, columns - 1));
    }

    private AttributedStyle linkStyle(LinkView.Condition link) {
        return switch (link) {
            case ONLINE -> palette.good();
            case OFFLINE -> palette.mistake();
            case CONNECTING, UNRESPONSIVE, WAITING -> palette.warning();
        };
    }

    /** How far the newest own message has come that somebody has. */
    private static String receipts(ChatView view, Target current) {
        ClientEvent.ReceiptsChanged told = view.receiptsOf(current);
        if (told == null) {
            return "";
        }
        return told.readCount() > 0
                ? " ✓✓ read " + told.readCount() + "/" + told.of()
                : " ✓ delivered " + told.deliveredCount() + "/" + told.of();
    }

    /** What is new in other conversations; those for this user are marked. */
    private static String elsewhere(ChatView view, Target current) {
        List<String> places = new ArrayList<>();
        for (Target where : view.conversations()) {
            ClientEvent.UnreadChanged unread = view.unreadOf(where);
            if (!where.key().equals(current.key()) && unread.unreadCount() > 0) {
                String mark = unread.mentionCount() > 0 ? "!" : "";
                places.add(Wording.safe(where.address()) + " " + unread.unreadCount() + mark);
            }
        }
        int more = places.size() - MAX_PLACES;
        String shown = String.join(", ", places.subList(0, Math.min(places.size(), MAX_PLACES)));
        return places.isEmpty() ? "" : " | " + shown + (more > 0 ? ", +" + more : "");
    }

    private static String typing(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String first = Wording.safe(names.get(0));
        return names.size() == 1 ? " | " + first + " is typing" : " | " + names.size() + " people are typing";
    }

    private static AttributedString styled(AttributedStyle style, String text) {
        return new AttributedString(text, style);
    }
}
