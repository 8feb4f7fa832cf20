package io.heliograph.client.swing.compose;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ScrollPaneConstants;

/** The round field around the text that is written; it grows with it to {@value #MAX_LINES} lines. */
final class ComposerField extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MAX_LINES = 6;
    private static final int HEIGHT = 40;
    private static final int ARC = 20;

    private final JTextArea text;

    ComposerField(JTextArea text, JComponent trailing) {
        super(new BorderLayout());
        this.text = text;
        setOpaque(false);
        text.setOpaque(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setBorder(BorderFactory.createEmptyBorder());
        JScrollPane scroll = new JScrollPane(
                text, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        add(trailing, BorderLayout.EAST);
        updateBorder();
    }

    private void updateBorder() {
        int line = text.getFontMetrics(text.getFont()).getHeight();
        int rest = Math.max(4, UIScale.scale(HEIGHT) - line);
        setBorder(BorderFactory.createEmptyBorder(rest / 2, UIScale.scale(15), rest - rest / 2, UIScale.scale(6)));
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (text != null) {
            updateBorder();
        }
    }

    @Override
    public Dimension getPreferredSize() {
        int line = text.getFontMetrics(text.getFont()).getHeight();
        int wanted = Math.max(line, Math.min(MAX_LINES * line, text.getPreferredSize().height));
        int edge = getInsets().top + getInsets().bottom;
        return new Dimension(super.getPreferredSize().width, wanted + edge);
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(UIScale.scale(60), getPreferredSize().height);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        g.setColor(Tokens.colour("field"));
        float arc = UIScale.scale((float) ARC);
        g.fill(new RoundRectangle2D.Float(0, 0, getWidth(), getHeight(), 2 * arc, 2 * arc));
        if (text.isFocusOwner()) {
            g.setColor(Tokens.colour("accent"));
            g.draw(new RoundRectangle2D.Float(0, 0, getWidth() - 1f, getHeight() - 1f, 2 * arc, 2 * arc));
        }
        g.dispose();
    }
}
