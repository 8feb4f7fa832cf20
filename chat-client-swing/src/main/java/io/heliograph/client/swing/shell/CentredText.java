package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.theme.Tokens;
import java.awt.Color;
import javax.swing.BorderFactory;
import javax.swing.JTextPane;
import javax.swing.text.DefaultCaret;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;

/** Several lines in the middle, that are read and not written. */
final class CentredText extends JTextPane {
    private static final long serialVersionUID = 1L;

    private final String colour;

    /** {@code colour} by its use. */
    CentredText(String colour) {
        this.colour = colour;
        setEditable(false);
        DefaultCaret still = new DefaultCaret();
        still.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        setCaret(still);
        setFocusable(false);
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder());
    }

    @Override
    public void setText(String words) {
        super.setText(words);
        SimpleAttributeSet middle = new SimpleAttributeSet();
        StyleConstants.setAlignment(middle, StyleConstants.ALIGN_CENTER);
        getStyledDocument().setParagraphAttributes(0, getDocument().getLength() + 1, middle, false);
    }

    @Override
    public Color getForeground() {
        return colour == null ? super.getForeground() : Tokens.colour(colour); // asked before it is known
    }
}
