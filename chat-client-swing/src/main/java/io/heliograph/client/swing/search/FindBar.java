package io.heliograph.client.swing.search;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageList;
import io.heliograph.client.swing.messages.RowMarks;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Finds words in the open conversation: a bar over the messages, marks in the rows. Event dispatch thread only. */
final class FindBar implements FindView {
    private final Words words;
    private final MessageDeck deck;
    private final Ground ground =
            new Ground(new MigLayout("insets 6 16 6 10, fill", "[grow,fill][][][][]"), "chat", "S");
    private final JTextField field = Controls.style(new JTextField(), "search");
    private final JLabel count = Controls.label("", "small");
    private final FindPresenter presenter = new FindPresenter(this);
    private @Nullable Desk desk;

    FindBar(Words words, MessageDeck deck) {
        this.words = words;
        this.deck = deck;
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("find.field"));
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 16, "muted"));
        Controls.named(field, words.get("find.field")).setName("find.field");
        count.setName("find.count");
        ground.add(field, "wmin 80");
        ground.add(count, "w 70::");
        add("chevron-up", "find.older", () -> step(true));
        add("chevron-down", "find.newer", () -> step(false));
        add("x", "note.close", this::close);
        field.getDocument().addDocumentListener(new Typed(() -> presenter.onText(field.getText())));
        bind("ENTER", () -> step(true));
        bind("shift ENTER", () -> step(false));
        bind("UP", () -> step(true));
        bind("DOWN", () -> step(false));
        bind("ESCAPE", this::close);
    }

    JComponent component() {
        return ground;
    }

    void show(Desk open, String text) {
        desk = open;
        presenter.begin(open);
        deck.showBar(ground);
        field.setText(text);
        field.selectAll();
        field.requestFocusInWindow();
    }

    void onEvent(ClientEvent event) {
        presenter.onEvent(event);
    }

    @Override
    public void showCount(String line) {
        count.setText(line);
    }

    /** Where {@code wanted} stands in {@code plain}, in whatever case. */
    static List<RowMarks.Mark> marks(String plain, String wanted) {
        List<RowMarks.Mark> marks = new ArrayList<>();
        String low = plain.toLowerCase(Locale.ROOT);
        String small = wanted.toLowerCase(Locale.ROOT);
        if (small.isEmpty() || low.length() != plain.length()) {
            return marks; // a letter that grows in lower case would shift all behind it
        }
        for (int from = low.indexOf(small); from >= 0; from = low.indexOf(small, from + small.length())) {
            marks.add(new RowMarks.Mark(from, from + small.length()));
        }
        return marks;
    }

    private void step(boolean older) {
        presenter.onStep(older);
    }

    @Override
    public void keepFocus() {
        field.requestFocusInWindow();
    }

    @Override
    public void mark(String text) {
        MessageList list = deck.current();
        if (list != null) {
            list.mark(text.isEmpty() ? RowMarks.NONE : (ShownEntry entry, String plain) -> marks(plain, text));
        }
    }

    private void close() {
        presenter.onClose();
        deck.showBar(null);
        if (desk != null) {
            desk.shell().focusComposer();
        }
    }

    private void add(String icon, String key, Runnable deed) {
        JButton button = Controls.icon(new Deed(words.get(key), deed), icon, 16, "muted");
        ground.add(button);
    }

    private void bind(String key, Runnable deed) {
        field.getInputMap().put(KeyStroke.getKeyStroke(key), key);
        field.getActionMap().put(key, new Deed("", deed));
    }
}
