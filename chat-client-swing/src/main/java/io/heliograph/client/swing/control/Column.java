package io.heliograph.client.swing.control;

import java.awt.Dimension;
import java.awt.LayoutManager;
import java.awt.LayoutManager2;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;

/** A panel that is as wide as what it is scrolled in, so that its texts wrap and nothing is scrolled sideways. */
public final class Column extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;
    private static final int UNIT = 24;

    public Column(LayoutManager layout) {
        super(layout);
        setOpaque(false);
    }

    /** A scroll pane around it, without a border. */
    public JScrollPane scrolled() {
        JScrollPane scroll = new JScrollPane(
                this, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        return scroll;
    }

    /** From right to left the layout goes on with places it worked out before it knew its width: it begins anew. */
    @Override
    public void doLayout() {
        if (!getComponentOrientation().isLeftToRight() && getLayout() instanceof LayoutManager2 layout) {
            layout.invalidateLayout(this);
        }
        super.doLayout();
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return UNIT;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(UNIT, visible.height - UNIT);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
