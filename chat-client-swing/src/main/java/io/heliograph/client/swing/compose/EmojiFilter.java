package io.heliograph.client.swing.compose;

import io.heliograph.client.swing.emoji.EmojiIcon;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.emoji.EmojiText;
import java.util.Map;
import java.util.TreeMap;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;
import javax.swing.text.Element;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;
import javax.swing.text.StyledDocument;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the characters of emoji in the document and gives each cluster of them a picture; takes clusters away as a
 * whole; and keeps the text within its bound.
 *
 * <p>Not thread-safe; owned by the event dispatch thread.
 */
final class EmojiFilter extends DocumentFilter {
    private static final int GLYPH = 19;

    private final EmojiStock stock;
    private final EmojiText emoji;
    private final int maxChars;
    private final Runnable tooLong;
    private final Runnable changed;
    private boolean exact;

    /** {@code changed} hears of each change once it is whole, unlike a listener of the document. */
    EmojiFilter(EmojiStock stock, int maxChars, Runnable tooLong, Runnable changed) {
        this.stock = stock;
        this.emoji = new EmojiText(stock::table);
        this.maxChars = maxChars;
        this.tooLong = tooLong;
        this.changed = changed;
    }

    /** What {@code deed} takes away is taken away as it says, whatever it leaves of a cluster. */
    void exactly(Runnable deed) {
        exact = true;
        try {
            deed.run();
        } finally {
            exact = false;
        }
    }

    @Override
    public void insertString(FilterBypass bypass, int offset, String text, @Nullable AttributeSet attributes)
            throws BadLocationException {
        replace(bypass, offset, 0, text, attributes);
    }

    @Override
    public void remove(FilterBypass bypass, int offset, int length) throws BadLocationException {
        replace(bypass, offset, length, "", null);
    }

    @Override
    public void replace(
            FilterBypass bypass, int offset, int length, @Nullable String text, @Nullable AttributeSet attributes)
            throws BadLocationException {
        StyledDocument document = (StyledDocument) bypass.getDocument();
        String fresh = text == null ? "" : text;
        if (document.getLength() - length + fresh.length() > maxChars && fresh.length() > length) {
            tooLong.run();
            return;
        }
        if (document instanceof WritingDocument ours) {
            ours.expect(fresh);
        }
        boolean whole = !exact && length > 0;
        int start = whole ? Clusters.snap(document, offset, false) : offset;
        int end = whole ? Clusters.snap(document, offset + length, true) : offset + length;
        if (attributes != null && attributes.isDefined(StyleConstants.ComposedTextAttribute)) {
            bypass.replace(start, end - start, fresh, attributes); // an input method is at work: it is not for us yet
        } else {
            bypass.replace(start, end - start, fresh, SimpleAttributeSet.EMPTY);
            restyle(document, start, start + fresh.length());
        }
        changed.run();
    }

    /** Gives the emoji from {@code start} to {@code end} and beside them their pictures. */
    void restyle(StyledDocument document, int start, int end) throws BadLocationException {
        int from = Clusters.before(document, start);
        int to = Clusters.after(document, end);
        Map<Integer, EmojiText.Found> found = new TreeMap<>();
        emoji.find(document.getText(from, to - from)).forEach(one -> found.put(from + one.start(), one));
        takeAwayAllBut(found, document, from, to);
        for (EmojiText.Found one : found.values()) {
            SimpleAttributeSet picture = new SimpleAttributeSet();
            // One icon for each: two neighbours with the same one would be drawn as one.
            StyleConstants.setIcon(picture, new EmojiIcon(stock, one.picture(), GLYPH));
            document.setCharacterAttributes(from + one.start(), one.end() - one.start(), picture, true);
        }
    }

    /** Takes pictures away that do not fit any more, and out of {@code found} those that are there already. */
    private static void takeAwayAllBut(Map<Integer, EmojiText.Found> found, StyledDocument document, int from, int to) {
        int at = from;
        while (at < to) {
            Element run = document.getCharacterElement(at);
            int end = run.getEndOffset();
            if (StyleConstants.getIcon(run.getAttributes()) instanceof EmojiIcon shown) {
                EmojiText.Found wanted = found.get(run.getStartOffset());
                boolean fits = wanted != null
                        && wanted.end() - wanted.start() == end - run.getStartOffset()
                        && wanted.picture().equals(shown.picture());
                if (fits) {
                    found.remove(run.getStartOffset());
                } else {
                    document.setCharacterAttributes(
                            run.getStartOffset(), end - run.getStartOffset(), SimpleAttributeSet.EMPTY, true);
                }
            }
            at = end;
        }
    }
}
