package io.heliograph.client.swing.emoji;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.emoji.EmojiShelf.Offer;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import io.heliograph.client.swing.words.Words;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.BiConsumer;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;

/** All emoji of the picker in one component; paints those that are seen. */
final class EmojiGrid extends JComponent implements Accessible, Scrollable {
    private static final long serialVersionUID = 1L;
    private static final int GLYPH = 24;
    private static final int ARC = 10;
    private static final float TITLE_FONT = 12;

    private final transient EmojiStock stock;
    private final transient Words words;
    private final transient Runnable again = this::repaint;
    private transient EmojiRows rows = new EmojiRows(List.of());
    private transient BiConsumer<Offer, Boolean> chosen = (offer, stay) -> {};
    private int selected = -1;

    EmojiGrid(EmojiStock stock, Words words) {
        this.stock = stock;
        this.words = words;
        setFocusable(false);
        MouseAdapter mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    /** {@code listener} is told which, and whether the picker is to stay. */
    void onChosen(BiConsumer<Offer, Boolean> listener) {
        chosen = listener;
    }

    void setRows(EmojiRows fresh, int selection) {
        rows = fresh;
        selected = selection;
        revalidate();
        repaint();
        select(selection);
    }

    EmojiRows rows() {
        return rows;
    }

    int selected() {
        return selected;
    }

    void choose(boolean stay) {
        if (selected >= 0 && selected < rows.count()) {
            chosen.accept(rows.at(selected), stay);
        }
    }

    void select(int index) {
        int before = selected;
        selected = index;
        repaint();
        EmojiRows.Row row = rows.rowOf(index);
        if (row != null) {
            scrollRectToVisible(new Rectangle(
                    0, UIScale.scale(row.top() - EmojiRows.TITLE), 1, UIScale.scale(EmojiRows.CELL + EmojiRows.TITLE)));
            AccessibleEmoji spoken = new AccessibleEmoji(this, index);
            getAccessibleContext()
                    .firePropertyChange(AccessibleContext.ACCESSIBLE_ACTIVE_DESCENDANT_PROPERTY, before, spoken);
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(UIScale.scale(EmojiRows.COLUMNS * EmojiRows.CELL), UIScale.scale(rows.height()));
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int index = indexAt(event);
        if (index < 0) {
            return "";
        }
        Offer offer = rows.at(index);
        return offer.shortcode().isEmpty() ? offer.name() : offer.name() + "  :" + offer.shortcode() + ":";
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        Rectangle clip = g.getClipBounds();
        for (EmojiRows.Row row : rows.between(unscaled(clip.y) - 1, unscaled(clip.y + clip.height) + 1)) {
            if (row.count() == 0) {
                paintTitle(g, row);
            } else {
                for (int column = 0; column < row.count(); column++) {
                    paintCell(g, row, column);
                }
            }
        }
        g.dispose();
    }

    private void paintTitle(Graphics2D g, EmojiRows.Row row) {
        String title = words.get(rows.shelves().get(row.shelf()).title());
        g.setFont(Tokens.semibold(TITLE_FONT));
        g.setColor(Tokens.colour("muted"));
        int edge = UIScale.scale(6);
        int x = leftToRight() ? edge : getWidth() - edge - g.getFontMetrics().stringWidth(title);
        int middle = UIScale.scale(row.top() + EmojiRows.TITLE / 2);
        g.drawString(title, x, middle + g.getFontMetrics().getAscent() / 2 - UIScale.scale(1));
    }

    private void paintCell(Graphics2D g, EmojiRows.Row row, int column) {
        int cell = UIScale.scale(EmojiRows.CELL);
        int x = leftToRight() ? column * cell : getWidth() - (column + 1) * cell;
        int y = UIScale.scale(row.top());
        int index = row.first() + column;
        if (index == selected) {
            int arc = UIScale.scale(ARC);
            g.setColor(Tokens.colour("hover"));
            g.fillRoundRect(x, y, cell, cell, arc, arc);
        }
        float glyph = UIScale.scale((float) GLYPH);
        float edge = (cell - glyph) / 2;
        stock.paint(g, rows.at(index).picture(), x + edge, y + edge, glyph, again);
    }

    private int indexAt(MouseEvent event) {
        int x = leftToRight() ? event.getX() : getWidth() - 1 - event.getX();
        return rows.indexAt(unscaled(x), unscaled(event.getY()));
    }

    private boolean leftToRight() {
        return getComponentOrientation().isLeftToRight();
    }

    private static int unscaled(int pixels) {
        return Math.floorDiv(pixels * EmojiRows.CELL, UIScale.scale(EmojiRows.CELL));
    }

    // How it scrolls

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return UIScale.scale(EmojiRows.CELL);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(1, visible.height - UIScale.scale(EmojiRows.CELL));
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }

    // How it is spoken

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleGrid();
        }
        return accessibleContext;
    }

    /** A list of names. */
    private final class AccessibleGrid extends AccessibleJComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.LIST;
        }

        @Override
        public int getAccessibleChildrenCount() {
            return rows.count();
        }

        @Override
        public Accessible getAccessibleChild(int index) {
            return new AccessibleEmoji(EmojiGrid.this, index);
        }
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mouseMoved(MouseEvent event) {
            int index = indexAt(event);
            if (index != selected && index >= 0) {
                selected = index;
                repaint();
            }
        }

        @Override
        public void mousePressed(MouseEvent event) {
            int index = indexAt(event);
            if (index >= 0 && SwingUtilities.isLeftMouseButton(event)) {
                chosen.accept(rows.at(index), event.isShiftDown());
            }
        }
    }
}
