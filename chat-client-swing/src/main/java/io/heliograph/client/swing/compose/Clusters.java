package io.heliograph.client.swing.compose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;

/**
 * Where in a document a caret may stand: between two grapheme clusters, as {@code \X} has them (UI of emoji: one of
 * them may be eleven characters). Looks at the neighbourhood alone, so that long texts cost no more than short ones.
 * Pure functions.
 */
final class Clusters {
    /** Longer than any emoji; what is beyond it is taken as it is. */
    private static final int REACH = 64;

    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final char ASCII_END = 0x80;

    private Clusters() {}

    /** {@code offset} itself, or the border of the cluster that it is inside of. */
    static int snap(Document document, int offset, boolean forward) throws BadLocationException {
        int from = before(document, offset);
        int to = after(document, offset);
        Matcher clusters = CLUSTER.matcher(document.getText(from, to - from));
        while (clusters.find()) {
            if (from + clusters.start() < offset && offset < from + clusters.end()) {
                return from + (forward ? clusters.end() : clusters.start());
            }
        }
        return offset;
    }

    /** A border at or before {@code offset}, not far from it. */
    static int before(Document document, int offset) throws BadLocationException {
        int from = Math.max(0, offset - REACH);
        String text = document.getText(from, offset - from);
        for (int index = text.length() - 1; index >= 0; index--) {
            // Nothing joins to what stands before a plain character.
            if (text.charAt(index) < ASCII_END) {
                return from + index;
            }
        }
        boolean inPair = from > 0 && Character.isLowSurrogate(text.isEmpty() ? ' ' : text.charAt(0));
        return inPair ? from + 1 : from;
    }

    /** A border behind {@code offset}, not far from it. */
    static int after(Document document, int offset) throws BadLocationException {
        int length = Math.min(REACH, document.getLength() - offset);
        String text = document.getText(offset, length);
        for (int index = 1; index < length; index++) {
            if (text.charAt(index) < ASCII_END) {
                return offset + index;
            }
        }
        return offset + length;
    }
}
