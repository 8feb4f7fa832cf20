package io.heliograph.client.swing.search;

import io.heliograph.client.core.SearchHit;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** One line of a message around what was found in it. Pure functions; safe to show. */
final class Found {
    private static final int MAX_CHARS = 120;
    /** Few enough that what was looked for stands within the narrowest panel. */
    private static final int CHARS_BEFORE = 16;

    private Found() {}

    /** A piece of the line; {@code marked} if it was looked for. */
    record Piece(String text, boolean marked) {}

    static List<Piece> pieces(SearchHit hit) {
        String text = hit.text();
        int first = hit.marks().isEmpty() ? 0 : hit.marks().get(0).start();
        int from = whole(text, Math.max(0, first - CHARS_BEFORE));
        int to = whole(text, Math.min(text.length(), from + MAX_CHARS));
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (SearchHit.Mark mark : hit.marks()) {
            int start = Math.max(at, mark.start());
            int end = Math.min(to, mark.end());
            if (start < end) {
                add(pieces, (at == from && from > 0 ? "…" : "") + text.substring(at, start), false);
                add(pieces, text.substring(start, end), true);
                at = end;
            }
        }
        add(pieces, text.substring(at, Math.max(at, to)) + (to < text.length() ? "…" : ""), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            // Blanks at both ends count here: a piece goes on where another ends.
            String safe = SafeText.line("|" + text.replace('\n', ' ') + "|");
            pieces.add(new Piece(safe.substring(1, safe.length() - 1), marked));
        }
    }

    private static int whole(String text, int index) {
        boolean inside = index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return inside ? index - 1 : index;
    }
}
