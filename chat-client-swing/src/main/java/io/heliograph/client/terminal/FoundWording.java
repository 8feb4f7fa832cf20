package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.SearchHit.Mark;
import io.heliograph.common.text.SafeText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found, in words. Safe to show.
 *
 * <p>Thread-safe: pure functions.
 */
final class FoundWording {
    private static final int MAX_CHARS = 160;
    private static final int CHARS_BEFORE_MARK = 40;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private FoundWording() {}

    /** A piece of the text; {@code marked} if it was looked for. */
    record Piece(String text, boolean marked) {}

    /** What stands before the text: the number, the time, the place, the author. */
    static String head(int number, SearchHit hit, ZoneId zone) {
        return number + " " + CLOCK.withZone(zone).format(Instant.ofEpochMilli(hit.timeMs())) + " "
                + SafeText.line(hit.where().address()) + " " + SafeText.line(hit.from()) + ": ";
    }

    /** One line of the text around the first word that was found. */
    static List<Piece> pieces(SearchHit hit) {
        String text = hit.text();
        int first = hit.marks().isEmpty() ? 0 : hit.marks().get(0).start();
        int from = text.length() <= MAX_CHARS ? 0 : Math.max(0, first - CHARS_BEFORE_MARK);
        from = whole(text, from);
        int to = whole(text, Math.min(text.length(), from + MAX_CHARS));
        List<Piece> pieces = new ArrayList<>();
        if (from > 0) {
            pieces.add(new Piece("…", false));
        }
        int at = from;
        for (Mark mark : hit.marks()) {
            int start = Math.max(mark.start(), from);
            int end = Math.min(mark.end(), to);
            if (start < end) {
                add(pieces, text.substring(at, start), false);
                add(pieces, text.substring(start, end), true);
                at = end;
            }
        }
        add(pieces, text.substring(at, Math.max(at, to)), false);
        if (to < text.length()) {
            pieces.add(new Piece("…", false));
        }
        return pieces;
    }

    /** How many were found. */
    static String summary(ClientEvent.SearchShown shown) {
        if (shown.total() == 0) {
            return "nothing found in what this profile has read";
        }
        int count = shown.hits().size();
        String more = shown.total() > count ? ", the newest " + count + " are shown" : "";
        return shown.total() + " found" + more + "; /jump N shows what stands around one";
    }

    /** Null for an event that is about something else. */
    static @Nullable String notice(ClientEvent event) {
        if (event instanceof ClientEvent.SearchRefused refused) {
            return SafeText.line(refused.why());
        }
        return event instanceof ClientEvent.Exported exported ? exported(exported) : null;
    }

    private static String exported(ClientEvent.Exported exported) {
        return exported.messageCount()
                + (exported.messageCount() == 1 ? " message" : " messages") + " written to "
                + SafeText.line(exported.file().toString());
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(SafeText.line(text), marked));
        }
    }

    /** Not between the two halves of a character. */
    private static int whole(String text, int index) {
        boolean inside = index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return inside ? index - 1 : index;
    }
}
