package io.heliograph.client.swing.shell;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.emoji.EmojiLine;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Title, search and the list of conversations. */
final class SidePanel implements ConversationListView {
    /** What a user does here. */
    interface Gestures {
        void onFilter(String text);

        void onOpen(Target where);

        /** The other mouse button, or the menu key. */
        void onMenu(Target where, Point at);

        /** Enter in the search. */
        void onFirst();

        /** Escape in the search. */
        void onEscape();
    }

    private final Ground ground = new Ground(
            new MigLayout("insets 0, wrap, gap 0, fill", "[fill,grow]", "[56!][48!][grow,fill]"), "side", "E");
    private final JLabel title = Controls.label("", "title");
    private final JTextField search = Controls.style(new JTextField(), "search");
    private final DefaultListModel<ConversationRow> rows = new DefaultListModel<>();
    private final JList<ConversationRow> list = new JList<>(rows) {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean getScrollableTracksViewportWidth() {
            return true; // a row makes do with what there is: nothing of it is cut off
        }
    };
    private List<ConversationRow> shown = List.of();
    private @Nullable Target shownSelection;

    SidePanel(Words words, EmojiLine line, Action begin, Action person) {
        JComponent head = new Ground(new MigLayout("insets 0 20 0 10, fill", "[grow][][]", "[fill]"), "side", "E");
        head.add(title);
        head.add(Controls.icon(person, "user-plus", 18, "muted"));
        head.add(Controls.icon(begin, "square-pen", 18, "muted"));
        ground.add(head);
        search.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("side.search"));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 16, "muted"));
        Controls.named(search, words.get("side.search")).setName("search");
        ground.add(search, "gap 16 16 0 12");
        list.setCellRenderer(new ConversationCell(words, line, list::repaint));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setOpaque(false);
        Controls.named(list, words.get("side.chats")).setName("conversations");
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        ground.add(scroll, "gap 0 1 4 0");
        measure();
    }

    JComponent component() {
        return ground;
    }

    JComponent search() {
        return search;
    }

    JComponent list() {
        return list;
    }

    /** After a change of zoom. */
    void measure() {
        list.setFixedCellHeight(UIScale.scale(ConversationCell.HEIGHT));
    }

    /** What was looked for is found. */
    void clearSearch() {
        search.setText("");
    }

    void setGestures(Gestures gestures) {
        Consumer<DocumentEvent> changed = event -> gestures.onFilter(search.getText());
        search.getDocument().addDocumentListener(new TextListener(changed));
        search.addActionListener(event -> gestures.onFirst());
        search.getInputMap().put(KeyStroke.getKeyStroke("ESCAPE"), "clear");
        search.getActionMap().put("clear", new Deed("", () -> {
            search.setText("");
            gestures.onEscape();
        }));
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (SwingUtilities.isLeftMouseButton(event)) {
                    open(gestures);
                }
            }

            @Override
            public void mousePressed(MouseEvent event) {
                popup(event);
            }

            @Override
            public void mouseReleased(MouseEvent event) {
                popup(event);
            }

            private void popup(MouseEvent event) {
                int index = event.isPopupTrigger() ? list.locationToIndex(event.getPoint()) : -1;
                if (index >= 0 && list.getCellBounds(index, index).contains(event.getPoint())) {
                    gestures.onMenu(rows.get(index).where(), event.getPoint());
                }
            }
        });
        list.getInputMap().put(KeyStroke.getKeyStroke("CONTEXT_MENU"), "menu");
        list.getInputMap().put(KeyStroke.getKeyStroke("shift F10"), "menu");
        list.getActionMap().put("menu", new Deed("", () -> menuOfSelected(gestures)));
        list.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "open");
        list.getActionMap().put("open", new Deed("", () -> open(gestures)));
    }

    @Override
    public void showTitle(String text) {
        title.setText(text);
    }

    @Override
    public void showRows(List<ConversationRow> fresh, @Nullable Target selected) {
        boolean sameSelection = selected == null ? shownSelection == null : selected.equals(shownSelection);
        if (fresh.equals(shown) && sameSelection) {
            return;
        }
        ConversationRow focused = list.getSelectedValue();
        boolean browsing = list.isFocusOwner() && focused != null && sameSelection;
        Target wanted = browsing ? focused.where() : selected;
        shown = fresh;
        shownSelection = selected;
        for (int index = 0; index < fresh.size(); index++) {
            if (index >= rows.size()) {
                rows.addElement(fresh.get(index));
            } else if (!rows.get(index).equals(fresh.get(index))) {
                rows.set(index, fresh.get(index));
            }
        }
        if (rows.size() > fresh.size()) {
            rows.removeRange(fresh.size(), rows.size() - 1);
        }
        select(wanted);
    }

    private void select(@Nullable Target wanted) {
        list.clearSelection();
        for (int index = 0; index < rows.size(); index++) {
            if (wanted != null && rows.get(index).where().key().equals(wanted.key())) {
                list.setSelectedIndex(index);
            }
        }
    }

    private void menuOfSelected(Gestures gestures) {
        ConversationRow row = list.getSelectedValue();
        if (row != null) {
            Rectangle at = list.getCellBounds(list.getSelectedIndex(), list.getSelectedIndex());
            gestures.onMenu(row.where(), new Point(at.x + at.width / 2, at.y + at.height / 2));
        }
    }

    private void open(Gestures gestures) {
        ConversationRow row = list.getSelectedValue();
        if (row != null) {
            gestures.onOpen(row.where());
        }
    }

    /** One method for three. */
    record TextListener(Consumer<DocumentEvent> changed) implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            changed.accept(event);
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            changed.accept(event);
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            changed.accept(event);
        }
    }
}
