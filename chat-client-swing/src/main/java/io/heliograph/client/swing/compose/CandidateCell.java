package io.heliograph.client.swing.compose;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.accessibility.AccessibleContext;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.ListCellRenderer;

/** A row of the list of words: picture, word, what is known of it. Paints by hand; never takes text for HTML. */
final class CandidateCell extends JComponent implements ListCellRenderer<Candidate> {
    private static final long serialVersionUID = 1L;
    private static final int INSET = 10;
    private static final int GLYPH = 20;
    private static final int ARC = 10;
    private static final float LABEL_FONT = 13.5f;
    private static final float DETAIL_FONT = 12.5f;

    private final transient EmojiStock emoji;
    private transient Candidate candidate = new Candidate("", "", "", "");
    private transient Runnable again = () -> {};
    private boolean selected;

    CandidateCell(EmojiStock emoji) {
        this.emoji = emoji;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Candidate> list, Candidate value, int index, boolean isSelected, boolean focused) {
        candidate = value;
        selected = isSelected;
        again = list::repaint;
        setComponentOrientation(list.getComponentOrientation());
        getAccessibleContext().setAccessibleName((value.label() + " " + value.detail()).strip());
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        int inset = UIScale.scale(INSET);
        int arc = UIScale.scale(ARC);
        if (selected) {
            g.setColor(Tokens.colour("active"));
            g.fillRoundRect(0, 0, getWidth(), getHeight(), arc, arc);
        }
        int at = inset;
        if (!candidate.picture().isEmpty()) {
            int glyph = UIScale.scale(GLYPH);
            emoji.paint(g, candidate.picture(), mirrored(at, glyph), (getHeight() - glyph) / 2f, glyph, again);
            at += glyph + inset;
        }
        g.setFont(Tokens.semibold(LABEL_FONT));
        FontMetrics metrics = g.getFontMetrics();
        String label = Painting.clipped(candidate.label(), metrics, getWidth() - at - inset);
        int baseline = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
        g.setColor(Tokens.colour("text"));
        g.drawString(label, mirrored(at, metrics.stringWidth(label)), baseline);
        at += metrics.stringWidth(label) + inset;
        g.setFont(Tokens.plain(DETAIL_FONT));
        FontMetrics small = g.getFontMetrics();
        if (getWidth() - at - inset > UIScale.scale(GLYPH)) {
            String detail = Painting.clipped(candidate.detail(), small, getWidth() - at - inset);
            g.setColor(Tokens.colour("muted"));
            g.drawString(detail, mirrored(at, small.stringWidth(detail)), baseline);
        }
        g.dispose();
    }

    private int mirrored(int x, int width) {
        return getComponentOrientation().isLeftToRight() ? x : getWidth() - x - width;
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleJComponent() {
                private static final long serialVersionUID = 1L;
            };
        }
        return accessibleContext;
    }
}
