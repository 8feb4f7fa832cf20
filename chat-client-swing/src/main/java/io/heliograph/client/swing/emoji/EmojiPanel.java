package io.heliograph.client.swing.emoji;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.FloatingCard;
import io.heliograph.client.swing.emoji.EmojiShelf.Offer;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.awt.CardLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ScrollPaneConstants;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;

/** The card of the picker: search, skin tone, the grid, and a bar of its groups. */
final class EmojiPanel {
    /** Pixels before zoom, without the shadow. */
    static final int WIDTH = 352;

    static final int HEIGHT = 372;

    private static final String SEARCHING = "search";
    private static final String TONES = "tones";
    private static final int PAGE_LINES = 6;
    private static final int BAR_GLYPH = 19;
    private static final float FADED = 0.45f;
    private static final String HAND = "270b";
    private static final List<String> HANDS =
            List.of(HAND, "270b-1f3fb", "270b-1f3fc", "270b-1f3fd", "270b-1f3fe", "270b-1f3ff");

    private final FloatingCard card = new FloatingCard(
            new MigLayout("insets 10 10 6 6, wrap, gap 0, fill", "[fill,grow]", "[34!][grow,fill]4[32!]"), 16);
    private final Words words;
    private final EmojiStock stock;
    private final EmojiGrid grid;
    private final CardLayout heads = new CardLayout();
    private final JPanel head = new JPanel(heads);
    private final JTextField search = Controls.style(new JTextField(), "search");
    private final JButton tone;
    private final JScrollPane scroll;
    private final List<JButton> bar = new ArrayList<>();
    private final List<Icon> faded = new ArrayList<>();
    private final List<Icon> full = new ArrayList<>();

    /** What a user does here. */
    interface Gestures {
        void onQuery(String query);

        void onTone(int tone);

        void onChosen(Offer offer, boolean stay);
    }

    EmojiPanel(Words words, EmojiStock stock, EmojiTable table, List<EmojiShelf> shelves, Gestures gestures) {
        this.words = words;
        this.stock = stock;
        this.grid = new EmojiGrid(stock, words);
        Controls.named(grid, words.get("emoji.grid")).setName("emoji.grid");
        grid.onChosen(gestures::onChosen);
        tone = toneButton(0, 0, number -> showTones());
        tone.setName("emoji.tone");
        Controls.named(tone, words.get("emoji.tone")).setToolTipText(words.get("emoji.tone"));
        head.setOpaque(false);
        head.add(searchRow(gestures), SEARCHING);
        head.add(toneRow(gestures), TONES);
        scroll = new JScrollPane(
                grid, ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        scroll.getVerticalScrollBar().setOpaque(false);
        scroll.getVerticalScrollBar().putClientProperty(FlatClientProperties.STYLE, "track: $Heliograph.popup");
        scroll.getViewport().addChangeListener(event -> markShelf());
        card.add(head, "gapright 4");
        card.add(scroll);
        card.add(groups(table, shelves), "gapright 4");
        bindKeys();
    }

    JComponent component() {
        return card;
    }

    JTextField search() {
        return search;
    }

    void showRows(EmojiRows rows, boolean searched) {
        grid.setRows(rows, searched && rows.count() > 0 ? 0 : -1);
        if (!searched) {
            scroll.getVerticalScrollBar().setValue(0);
        }
        markShelf();
    }

    void showTone(int number) {
        tone.setIcon(new EmojiIcon(stock, HANDS.get(number), BAR_GLYPH));
        heads.show(head, SEARCHING);
        search.requestFocusInWindow();
    }

    private JComponent searchRow(Gestures gestures) {
        search.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("emoji.search"));
        search.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 16, "muted"));
        Controls.named(search, words.get("emoji.search")).setName("emoji.search");
        search.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                gestures.onQuery(search.getText());
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                gestures.onQuery(search.getText());
            }

            @Override
            public void changedUpdate(DocumentEvent event) {}
        });
        JPanel row = new JPanel(new MigLayout("insets 0, fill, gap 4", "[grow,fill][]", "[fill]"));
        row.setOpaque(false);
        row.add(search, "wmin 60");
        row.add(tone, "w 34!");
        return row;
    }

    private JComponent toneRow(Gestures gestures) {
        JPanel row = new JPanel(new MigLayout("insets 0, fill, gap 4", "push[]", "[fill]"));
        row.setOpaque(false);
        for (int number = 0; number < HANDS.size(); number++) {
            JButton button = toneButton(number, number, gestures::onTone);
            Controls.named(button, words.get("emoji.tone." + number)).setToolTipText(words.get("emoji.tone." + number));
            button.setName("emoji.tone." + number);
            row.add(button, "w 34!");
        }
        return row;
    }

    private JButton toneButton(int shown, int number, IntConsumer deed) {
        JButton button = flat(new Deed("", () -> deed.accept(number)));
        button.setIcon(new EmojiIcon(stock, HANDS.get(shown), BAR_GLYPH));
        return button;
    }

    private JComponent groups(EmojiTable table, List<EmojiShelf> shelves) {
        JPanel row = new JPanel(new MigLayout("insets 0, fill, gap 0", "[grow,fill]", "[fill]"));
        row.setOpaque(false);
        for (int number = 0; number < shelves.size(); number++) {
            EmojiShelf shelf = shelves.get(number);
            int shelfNumber = number;
            String picture = shelf.icon().isEmpty() ? null : table.picture(shelf.icon());
            JButton button = flat(new Deed("", () -> goTo(shelfNumber)));
            if (picture == null) {
                full.add(Icons.of("clock", 18, "accent"));
                faded.add(Icons.of("clock", 18, "muted"));
            } else {
                full.add(new EmojiIcon(stock, picture, BAR_GLYPH));
                faded.add(new EmojiIcon(stock, picture, BAR_GLYPH, FADED));
            }
            Controls.named(button, words.get(shelf.title())).setToolTipText(words.get(shelf.title()));
            button.setFocusable(false);
            bar.add(button);
            row.add(button, "wmin 20, growx, pushx");
        }
        return row;
    }

    private static JButton flat(Deed deed) {
        JButton button = Controls.style(new JButton(deed), "icon");
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        return button;
    }

    private void showTones() {
        heads.show(head, TONES);
        head.getComponent(1).transferFocus();
    }

    private void goTo(int shelf) {
        if (!search.getText().isEmpty()) {
            search.setText("");
        }
        scroll.getVerticalScrollBar().setValue(UIScale.scale(grid.rows().topOf(shelf)));
        search.requestFocusInWindow();
    }

    /** The group that is seen stands out in the bar. */
    private void markShelf() {
        int top = scroll.getViewport().getViewPosition().y;
        boolean all = grid.rows().shelves().size() == bar.size();
        int shown = all ? grid.rows().shelfAt(Math.round(UIScale.unscale((float) top)) + EmojiRows.TITLE) : -1;
        for (int number = 0; number < bar.size(); number++) {
            bar.get(number).setIcon(number == shown ? full.get(number) : faded.get(number));
        }
    }

    private void bindKeys() {
        bind("DOWN", () -> grid.select(grid.rows().below(grid.selected(), 1)));
        bind("UP", () -> grid.select(grid.rows().below(grid.selected(), -1)));
        bind("PAGE_DOWN", () -> grid.select(grid.rows().below(grid.selected(), PAGE_LINES)));
        bind("PAGE_UP", () -> grid.select(grid.rows().below(grid.selected(), -PAGE_LINES)));
        bind("ENTER", () -> grid.choose(false));
        bind("shift ENTER", () -> grid.choose(true));
        bindStep("LEFT", -1);
        bindStep("RIGHT", 1);
    }

    private void bind(String key, Runnable deed) {
        search.getInputMap().put(KeyStroke.getKeyStroke(key), "emoji." + key);
        search.getActionMap().put("emoji." + key, new Deed("", deed));
    }

    /** In the text where there is one, in the grid where there is none or the caret is at its end. */
    private void bindStep(String key, int step) {
        bind(key, () -> {
            int length = search.getDocument().getLength();
            boolean inGrid = grid.selected() > 0 || (grid.selected() == 0 && step > 0);
            if (length > 0 && (search.getCaretPosition() < length || !inGrid)) {
                search.setCaretPosition(Math.max(0, Math.min(length, search.getCaretPosition() + step)));
            } else {
                boolean forward = search.getComponentOrientation().isLeftToRight() == step > 0;
                grid.select(grid.rows().beside(grid.selected(), forward ? 1 : -1));
            }
        });
    }
}
