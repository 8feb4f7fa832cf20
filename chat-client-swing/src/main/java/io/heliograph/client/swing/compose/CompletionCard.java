package io.heliograph.client.swing.compose;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.FloatingCard;
import io.heliograph.client.swing.emoji.EmojiStock;
import io.heliograph.client.swing.words.Words;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.BiConsumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.JList;
import javax.swing.JRootPane;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;

/** The words that may complete what is written, over the field; the field keeps the focus. */
final class CompletionCard {
    private static final int MAX_ROWS = 8;
    private static final int ROW = 34;
    private static final int WIDTH = 420;
    private static final int EDGE = 6;

    private final JComponent field;
    private final BiConsumer<Completion, Candidate> taken;
    private final FloatingCard card = new FloatingCard(new BorderLayout(), 14);
    private final DefaultListModel<Candidate> rows = new DefaultListModel<>();
    private final JList<Candidate> list = new JList<>(rows);
    private Completion shown = Completion.NONE;

    /** {@code field} is what it stands over; {@code taken} hears what is chosen. */
    CompletionCard(Words words, EmojiStock emoji, JComponent field, BiConsumer<Completion, Candidate> taken) {
        this.field = field;
        this.taken = taken;
        list.setCellRenderer(new CandidateCell(emoji));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFocusable(false);
        list.setOpaque(false);
        Controls.named(list, words.get("complete.name")).setName("completion");
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                takeAt(list.locationToIndex(event.getPoint()));
            }
        });
        JScrollPane scroll = new JScrollPane(
                list, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.getVerticalScrollBar().setOpaque(false);
        scroll.getVerticalScrollBar().putClientProperty(FlatClientProperties.STYLE, "track: $Heliograph.popup");
        scroll.setBorder(BorderFactory.createEmptyBorder(
                UIScale.scale(EDGE), UIScale.scale(EDGE), UIScale.scale(EDGE), UIScale.scale(EDGE)));
        card.add(scroll, BorderLayout.CENTER);
        field.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                place();
            }

            @Override
            public void componentMoved(ComponentEvent event) {
                place();
            }
        });
    }

    boolean isShown() {
        return card.getParent() != null;
    }

    JComponent component() {
        return card;
    }

    void show(Completion completion) {
        shown = completion;
        rows.clear();
        rows.addAll(completion.candidates());
        list.clearSelection();
        JRootPane root = SwingUtilities.getRootPane(field);
        if (rows.isEmpty() || root == null) {
            hide();
        } else {
            if (!isShown()) {
                SwingUtilities.updateComponentTreeUI(card); // it may not have been there when the theme changed
                list.setOpaque(false);
                card.applyComponentOrientation(field.getComponentOrientation());
                root.getLayeredPane().add(card, JLayeredPane.POPUP_LAYER);
            }
            place();
        }
    }

    void hide() {
        if (card.getParent() instanceof JComponent layers) {
            layers.remove(card);
            layers.repaint();
        }
    }

    /** Up or down, around the ends. */
    void move(int step) {
        int count = rows.size();
        int at = list.getSelectedIndex();
        int next = at < 0 ? (step > 0 ? 0 : count - 1) : Math.floorMod(at + step, count);
        list.setSelectedIndex(next);
        list.ensureIndexIsVisible(next);
    }

    /** True if something was chosen, and was taken. */
    boolean takeChosen() {
        return list.getSelectedIndex() >= 0 && takeAt(list.getSelectedIndex());
    }

    /** What is chosen, or else the first; false for a line that only tells. */
    boolean takeFirst() {
        return takeAt(Math.max(0, list.getSelectedIndex()));
    }

    private boolean takeAt(int index) {
        if (index < 0 || index >= rows.size() || rows.get(index).insertion().isEmpty()) {
            return false;
        }
        Candidate candidate = rows.get(index);
        hide();
        taken.accept(shown, candidate);
        return true;
    }

    /** Over the field, at its leading side. */
    private void place() {
        if (!(card.getParent() instanceof JLayeredPane layers)) {
            return;
        }
        list.setFixedCellHeight(UIScale.scale(ROW));
        int edge = UIScale.scale(FloatingCard.SHADOW);
        int rowsShown = Math.min(MAX_ROWS, rows.size());
        int height = UIScale.scale(rowsShown * ROW + 2 * EDGE) + 2 * edge;
        int width = Math.min(UIScale.scale(WIDTH) + 2 * edge, field.getWidth() + 2 * edge);
        Point corner = SwingUtilities.convertPoint(field, 0, 0, layers);
        boolean leftToRight = field.getComponentOrientation().isLeftToRight();
        int x = leftToRight ? corner.x - edge : corner.x + field.getWidth() - width + edge;
        card.setBounds(x, Math.max(0, corner.y - height + edge / 2), width, height);
        card.setPreferredSize(new Dimension(width, height));
        card.revalidate();
        layers.repaint();
    }
}
