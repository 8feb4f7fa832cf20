package io.heliograph.client.swing.search;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.awt.CardLayout;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** The search in all conversations, beside the messages. Event dispatch thread only. */
final class SearchPanel implements SearchView {
    private static final String HITS = "hits";
    private static final String HELP = "help";

    /** What a user does here. */
    interface Gestures {
        void onQuery(String text);

        void onOpen(SearchHit hit);

        /** Escape: back to where one was. */
        void onEscape();
    }

    private final Words words;
    private final Ground ground = new Ground(
            new MigLayout("insets 0, wrap, gap 0, fill", "[grow,fill,320!]", "[56!][][][grow,fill]"), "side", "W");
    private final JTextField query = Controls.style(new JTextField(), "search");
    private final JLabel count = Controls.label(" ", "small");
    private final DefaultListModel<SearchHit> hits = new DefaultListModel<>();
    private final JList<SearchHit> list = new JList<>(hits);
    private final CardLayout cards = new CardLayout();
    private final JPanel deck = new JPanel(cards);
    private final JPanel recent = new JPanel(new MigLayout("insets 0 8 0 8, wrap, gap 0 2", "[grow,fill]"));
    private Consumer<String> ask = text -> {};

    SearchPanel(Words words) {
        this.words = words;
        JPanel head = new JPanel(new MigLayout("insets 0 16 0 8, fill", "[grow][]", "[fill]"));
        head.setOpaque(false);
        head.add(Controls.label(words.get("command.search"), "name"));
        query.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("search.field"));
        query.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 16, "muted"));
        Controls.named(query, words.get("search.field")).setName("search.query");
        list.setCellRenderer(new HitCell(new Moments(words, ZoneId.systemDefault())));
        list.setOpaque(false);
        list.setBackground(null);
        Controls.named(list, words.get("search.results")).setName("search.hits");
        JScrollPane scroll = new JScrollPane(
                list, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        recent.setOpaque(false);
        JPanel help = new JPanel(new MigLayout("insets 0, wrap, gap 0 8, fillx", "[grow,fill]"));
        help.setOpaque(false);
        help.add(recent);
        JTextArea how = Controls.paragraph("muted");
        how.setText(words.get("search.help"));
        help.add(Controls.named(how, words.get("search.help")), "gap 16 16 8 0, wmin 100");
        deck.setOpaque(false);
        deck.add(help, HELP);
        deck.add(scroll, HITS);
        ground.add(head);
        ground.add(query, "gap 16 16 0 6");
        ground.add(count, "gap 18 16 0 6");
        ground.add(deck);
        close = Controls.icon(new Deed(words.get("note.close"), () -> {}), "x", 16, "muted");
        close.setName("search.close");
        head.add(close);
    }

    private final JButton close;

    void setGestures(Gestures gestures) {
        ask = text -> {
            query.setText(text);
            gestures.onQuery(text);
        };
        query.addActionListener(event -> gestures.onQuery(query.getText()));
        query.getDocument().addDocumentListener(new Typed(() -> gestures.onQuery(query.getText())));
        list.addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting() && list.getSelectedValue() != null) {
                gestures.onOpen(list.getSelectedValue());
                list.requestFocusInWindow();
            }
        });
        close.setAction(new Deed("", gestures::onEscape));
        close.setIcon(Icons.of("x", 16, "muted"));
        Controls.named(close, words.get("note.close"));
        ground.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke("ESCAPE"), "close");
        ground.getActionMap().put("close", new Deed("", gestures::onEscape));
        query.getInputMap().put(KeyStroke.getKeyStroke("DOWN"), "hits");
        query.getActionMap().put("hits", new Deed("", list::requestFocusInWindow));
    }

    JComponent component() {
        return ground;
    }

    /** Begins anew, or with {@code text}. */
    void begin(String text) {
        query.setText(text);
        query.requestFocusInWindow();
    }

    @Override
    public void showHits(List<SearchHit> found, int total) {
        hits.clear();
        hits.addAll(found);
        count.setText(
                total > found.size()
                        ? words.get("search.some", total, found.size())
                        : words.get("search.count", total));
        cards.show(deck, HITS);
    }

    @Override
    public void showLine(String line) {
        hits.clear();
        count.setText(line);
        cards.show(deck, HELP);
    }

    @Override
    public void showRecent(List<String> queries) {
        hits.clear();
        count.setText(queries.isEmpty() ? " " : words.get("search.recent"));
        recent.removeAll();
        for (String one : queries) {
            JButton again = new JButton(new Deed(one, () -> ask.accept(one)));
            again.putClientProperty("html.disable", true);
            again.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
            again.setIcon(Icons.of("history", 14, "muted"));
            again.setHorizontalAlignment(SwingConstants.LEADING);
            recent.add(Controls.named(again, one), "wmin 40");
        }
        recent.applyComponentOrientation(ground.getComponentOrientation());
        recent.revalidate();
        cards.show(deck, HELP);
    }
}
