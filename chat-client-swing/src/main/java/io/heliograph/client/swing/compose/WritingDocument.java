package io.heliograph.client.swing.compose;

import java.awt.Color;
import java.awt.Font;
import java.util.Hashtable;
import javax.swing.JTextPane;
import javax.swing.text.AttributeSet;
import javax.swing.text.DefaultStyledDocument;
import org.jspecify.annotations.Nullable;

/** Text in the font and the colour of its component, whatever theme is on: a font made by name alone lacks scripts. */
final class WritingDocument extends DefaultStyledDocument {
    private static final long serialVersionUID = 1L;

    private static final String SHAPING = "i18n";

    private final JTextPane pane;
    private boolean needsShaping;

    WritingDocument(JTextPane pane) {
        this.pane = pane;
        setDocumentProperties(new Answers());
    }

    /** To be told what will be inserted, before it is. */
    void expect(String text) {
        needsShaping |= text.chars().anyMatch(WritingDocument::isShaped);
    }

    /** Neither of the scripts whose letters stand alone, nor a symbol, nor half of a pair. */
    private static boolean isShaped(int unit) {
        boolean alone = unit < 0x0300 || (unit >= 0x0370 && unit < 0x0590) || (unit >= 0x1E00 && unit < 0xE000);
        boolean sign = (unit >= 0xFE00 && unit <= 0xFE0F) || unit >= 0xFF00;
        return !alone && !sign;
    }

    @Override
    public Font getFont(AttributeSet attributes) {
        return pane.getFont();
    }

    @Override
    public Color getForeground(AttributeSet attributes) {
        return pane.isEnabled() ? pane.getForeground() : pane.getDisabledTextColor();
    }

    /**
     * What views ask for. The way of laying out that scripts with joined, stacked or turning letters need lays the
     * whole paragraph out at each key; the platform takes it for emoji, too, and those are pictures here.
     */
    @SuppressWarnings("JdkObsolete") // documents keep their properties in nothing else
    private final class Answers extends Hashtable<Object, Object> {
        private static final long serialVersionUID = 1L;

        Answers() {
            super.put(SHAPING, false);
        }

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            boolean unneeded = SHAPING.equals(key) && Boolean.TRUE.equals(value) && !needsShaping;
            return unneeded ? get(key) : super.put(key, value);
        }
    }
}
