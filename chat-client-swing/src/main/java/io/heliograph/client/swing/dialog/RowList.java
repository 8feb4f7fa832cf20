package io.heliograph.client.swing.dialog;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** A list of rows with pictures: keys and mouse open one or its menu. Event dispatch thread only. */
public final class RowList {
    private final DefaultListModel<ListRow> model = new DefaultListModel<>();
    private final Rows list;
    private final JScrollPane scroll;
    private List<ListRow> shown = List.of();
    private Consumer<ListRow> open = row -> {};
    private Consumer<ListRow> press = row -> {};
    private @Nullable BiConsumer<ListRow, Point> menu;
    private Runnable selected = () -> {};
    private boolean refilling;

    /** {@code ground} is the colour it stands on; {@code spoken} its name for screen readers. */
    public RowList(String name, String spoken, String ground) {
        list = new Rows(model, ground);
        Controls.named(list, spoken).setName(name);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new RowCell(ground, () -> list.hovered));
        list.addListSelectionListener(event -> {
            if (!refilling) {
                selected.run();
            }
        });
        list.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "open");
        list.getInputMap().put(KeyStroke.getKeyStroke("CONTEXT_MENU"), "menu");
        list.getInputMap().put(KeyStroke.getKeyStroke("shift F10"), "menu");
        list.getActionMap().put("open", new Deed("", () -> with(open)));
        list.getActionMap().put("menu", new Deed("", this::openMenu));
        MouseAdapter mouse = new Mouse();
        list.addMouseListener(mouse);
        list.addMouseMotionListener(mouse);
        scroll = new JScrollPane(
                list, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.getVerticalScrollBar().setUnitIncrement(16);
    }

    public JComponent component() {
        return scroll;
    }

    /** What takes the focus. */
    public JComponent list() {
        return list;
    }

    /** Keeps the row that is selected, where it is still there. */
    public void show(List<ListRow> rows) {
        if (rows.equals(shown)) {
            return;
        }
        ListRow before = list.getSelectedValue();
        shown = List.copyOf(rows);
        // Nobody hears that for a moment nothing is selected: a button that is switched off while it is held down
        // forgets the press.
        refilling = true;
        model.clear();
        model.addAll(rows);
        for (int index = 0; before != null && index < rows.size(); index++) {
            if (rows.get(index).key().equals(before.key())) {
                list.setSelectedIndex(index);
            }
        }
        refilling = false;
        if (before != null) {
            selected.run();
        }
        list.repaint();
    }

    /** Shown in place of rows where there are none. */
    public void setEmpty(String words) {
        list.empty = words;
        list.repaint();
    }

    /** A double click, or Enter. */
    public void onOpen(Consumer<ListRow> deed) {
        open = deed;
    }

    /** The other mouse button, or the menu key; the point is in the list. */
    public void onMenu(BiConsumer<ListRow, Point> deed) {
        menu = deed;
    }

    public void onSelected(Runnable deed) {
        selected = deed;
    }

    /** The row with {@code key}, where there is one. */
    public void select(String key) {
        for (int index = 0; index < shown.size(); index++) {
            if (shown.get(index).key().equals(key)) {
                list.setSelectedIndex(index);
                list.ensureIndexIsVisible(index);
            }
        }
    }

    public @Nullable ListRow selected() {
        return list.getSelectedValue();
    }

    /** Null for no rows. */
    public @Nullable ListRow first() {
        return shown.isEmpty() ? null : shown.get(0);
    }

    /** Selects the row so many further down; the first where none is selected. */
    public void move(int step) {
        int next = list.getSelectedIndex() < 0 ? 0 : list.getSelectedIndex() + step;
        if (next >= 0 && next < shown.size()) {
            list.setSelectedIndex(next);
            list.ensureIndexIsVisible(next);
        }
    }

    /** A single click, or the space bar. */
    public void onPress(Consumer<ListRow> deed) {
        press = deed;
        list.getInputMap().put(KeyStroke.getKeyStroke("SPACE"), "press");
        list.getActionMap().put("press", new Deed("", () -> with(deed)));
    }

    private void with(Consumer<ListRow> deed) {
        ListRow row = list.getSelectedValue();
        if (row != null) {
            deed.accept(row);
        }
    }

    private void openMenu() {
        ListRow row = list.getSelectedValue();
        BiConsumer<ListRow, Point> opening = menu;
        if (row != null && opening != null) {
            Rectangle at = list.getCellBounds(list.getSelectedIndex(), list.getSelectedIndex());
            opening.accept(row, new Point(at.x + at.width / 2, at.y + at.height / 2));
        }
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mousePressed(MouseEvent event) {
            popup(event);
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            popup(event);
        }

        @Override
        public void mouseClicked(MouseEvent event) {
            if (at(event) < 0 || !SwingUtilities.isLeftMouseButton(event)) {
                return;
            }
            with(press);
            if (event.getClickCount() == 2) {
                with(open);
            }
        }

        @Override
        public void mouseMoved(MouseEvent event) {
            hover(at(event));
        }

        @Override
        public void mouseExited(MouseEvent event) {
            hover(-1);
        }

        private void popup(MouseEvent event) {
            BiConsumer<ListRow, Point> opening = menu;
            if (event.isPopupTrigger() && opening != null && at(event) >= 0) {
                list.setSelectedIndex(at(event));
                opening.accept(Objects.requireNonNull(list.getSelectedValue()), event.getPoint());
            }
        }

        private void hover(int index) {
            if (index != list.hovered) {
                list.hovered = index;
                list.repaint();
            }
        }

        private int at(MouseEvent event) {
            int index = list.locationToIndex(event.getPoint());
            return index >= 0 && list.getCellBounds(index, index).contains(event.getPoint()) ? index : -1;
        }
    }

    /** A list that says something where it has no rows. */
    private static final class Rows extends JList<ListRow> {
        private static final long serialVersionUID = 1L;

        private final String ground;
        private int hovered = -1;
        private String empty = "";

        Rows(DefaultListModel<ListRow> model, String ground) {
            super(model);
            this.ground = ground;
            setOpaque(true);
        }

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true;
        }

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            return new Dimension(UIScale.scale(280), UIScale.scale(200));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            setBackground(Tokens.colour(ground));
            super.paintComponent(graphics);
            if (getModel().getSize() == 0 && !empty.isEmpty()) {
                Graphics2D g = (Graphics2D) graphics.create();
                Painting.smooth(g);
                g.setFont(Tokens.plain(13));
                g.setColor(Tokens.colour("muted"));
                FontMetrics metrics = g.getFontMetrics();
                String line = Painting.clipped(empty, metrics, getWidth() - 20);
                g.drawString(line, (getWidth() - metrics.stringWidth(line)) / 2, getHeight() / 2);
                g.dispose();
            }
        }
    }
}
