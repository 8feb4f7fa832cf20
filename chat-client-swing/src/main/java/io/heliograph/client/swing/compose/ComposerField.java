package io.heliograph.client.swing.compose;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.BorderLayout;
import java.awt.ComponentOrientation;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.geom.RoundRectangle2D;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;

/** The round field around the text that is written; it grows with it to {@value #MAX_LINES} lines. */
final class ComposerField extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MAX_LINES = 6;
    private static final int HEIGHT = 40;
    private static final int ARC = 20;
    private static final int INSET = 15;
    private static final int END_INSET = 4;
    /** So much a line with emoji may be higher than one without. */
    private static final int SLACK = 4;

    private final WritingPane text;
    private final JScrollPane scroll;

    /** {@code trailing} stays at the foot, in the height of one line. */
    ComposerField(WritingPane text, JComponent trailing) {
        super(new BorderLayout());
        this.text = text;
        setOpaque(false);
        text.setOpaque(false);
        text.setBorder(BorderFactory.createEmptyBorder());
        scroll = new JScrollPane(
                text, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.getVerticalScrollBar().setOpaque(false);
        scroll.getVerticalScrollBar().putClientProperty(FlatClientProperties.STYLE, "track: $Heliograph.field");
        add(scroll, BorderLayout.CENTER);
        JPanel foot = new JPanel(new BorderLayout());
        foot.setOpaque(false);
        foot.add(trailing, BorderLayout.SOUTH);
        add(foot, BorderLayout.LINE_END);
        text.addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent event) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent event) {
                repaint();
            }
        });
        // The look reaches the text after what is around it.
        text.addPropertyChangeListener("font", event -> updateBorder());
        updateBorder();
    }

    private void updateBorder() {
        int rest = Math.max(4, UIScale.scale(HEIGHT) - line());
        int foot = Math.max(0, rest - rest / 2 - UIScale.scale(SLACK));
        scroll.setBorder(BorderFactory.createEmptyBorder(rest / 2, 0, foot, 0));
        int inset = UIScale.scale(INSET);
        int end = UIScale.scale(END_INSET);
        boolean leftToRight = getComponentOrientation().isLeftToRight();
        setBorder(BorderFactory.createEmptyBorder(0, leftToRight ? inset : end, 0, leftToRight ? end : inset));
    }

    private int line() {
        return text.getFontMetrics(text.getFont()).getHeight();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (text != null) {
            updateBorder();
        }
    }

    @Override
    public void setComponentOrientation(ComponentOrientation orientation) {
        super.setComponentOrientation(orientation);
        if (text != null) {
            updateBorder();
        }
    }

    @Override
    public Dimension getPreferredSize() {
        // An emoji may make a line a little higher: a field of one line stays as it is.
        int shown = text.getPreferredSize().height;
        int wanted = shown < line() + line() / 2 ? line() : Math.min(MAX_LINES * line(), shown);
        int edge = scroll.getInsets().top + scroll.getInsets().bottom + UIScale.scale(SLACK);
        return new Dimension(super.getPreferredSize().width, wanted + edge);
    }

    @Override
    public void doLayout() {
        boolean full = text.getPreferredSize().height > MAX_LINES * line() + UIScale.scale(SLACK);
        scroll.setVerticalScrollBarPolicy(
                full ? ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED : ScrollPaneConstants.VERTICAL_SCROLLBAR_NEVER);
        super.doLayout();
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
            g.draw(new RoundRectangle2D.Float(0.5f, 0.5f, getWidth() - 1f, getHeight() - 1f, 2 * arc, 2 * arc));
        }
        g.dispose();
    }
}
