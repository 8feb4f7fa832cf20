package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
    private static final long LATE_NS = TimeUnit.SECONDS.toNanos(3);

    private final Palette palette;
    private final DateTimeFormatter clock;

    StyledLines(Palette palette, ZoneId zone) {
        this.palette = palette;
        this.clock = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(zone);
    }

    /** {@code current} is where the user is: what is said elsewhere names its place. */
    AttributedString message(ClientEvent.MessageShown shown, Target current) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        line.styled(palette.quiet(), clock.format(Instant.ofEpochMilli(shown.timeMs())) + " ");
        boolean here = shown.where().key().equals(current.key());
        if (shown.where().isRoom() && !here) {
            line.styled(palette.quiet(), Wording.safe(shown.where().address()) + " ");
        }
        String from = Wording.safe(shown.from());
        if (shown.own()) {
            // A mark as well as a style, for terminals and eyes that tell no difference between styles.
            line.styled(palette.own(), "» " + from);
        } else {
            line.styled(palette.name(shown.from()), "  " + from);
        }
        if (!shown.where().isRoom()) {
            String to = shown.own() ? Wording.safe(shown.where().name()) : "you";
            line.styled(palette.quiet(), " → " + to);
        }
        AttributedStyle style = shown.own() ? palette.own() : palette.text();
        String text = Objects.requireNonNullElse(shown.text(), PlainLines.UNSHOWABLE);
        // The lines after the first are set in, so that none of them can pass for a message of its own.
        return line.append("  ")
                .styled(style, SafeText.lines(text).replace("\n", "\n        "))
                .toAttributedString();
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
        ChatView.Link link = view.link();
        line.styled(linkStyle(link), (link == ChatView.Link.ONLINE ? "● " : "○ ") + link.word());
        long rttMs = view.quality().rttMs();
        if (link == ChatView.Link.ONLINE && rttMs >= 0) {
            line.styled(palette.quiet(), " " + rttMs + " ms");
        }
        Target current = view.current();
        String count = view.isIn(current) ? " (" + view.membersOf(current).size() + ")" : "";
        line.styled(palette.quiet(), " | " + Wording.safe(current.address()) + count);
        int pending = view.pending().size();
        if (pending > 0) {
            line.styled(palette.warning(), " | … " + pending + " on the way");
        }
        if (view.failedCount() > 0) {
            line.styled(palette.mistake(), " | ✗ " + view.failedCount() + " failed");
        }
        line.styled(palette.quiet(), typing(view.typing(nowNs)));
        return line.toAttributedString().columnSubSequence(0, Math.max(1, columns - 1));
    }

    private AttributedStyle linkStyle(ChatView.Link link) {
        return switch (link) {
            case ONLINE -> palette.good();
            case OFFLINE -> palette.mistake();
            case CONNECTING, UNRESPONSIVE, WAITING -> palette.warning();
        };
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
