package io.heliograph.client.swing.search;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageList;
import io.heliograph.client.swing.messages.RowMarks;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
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
final class FindBar {
    private static final int MAX_HITS = 500;
    /** Far from those of the search in all conversations. */
    private static final long FIRST_TICKET = 1_000_000_000;

    private final Words words;
    private final MessageDeck deck;
    private final Ground ground =
            new Ground(new MigLayout("insets 6 16 6 10, fill", "[grow,fill][][][][]"), "chat", "S");
    private final JTextField field = Controls.style(new JTextField(), "search");
    private final JLabel count = Controls.label("", "small");
    private @Nullable Desk desk;
    private List<SearchHit> hits = List.of();
    private int at;
    private long ticket = FIRST_TICKET;

    FindBar(Words words, MessageDeck deck) {
        this.words = words;
        this.deck = deck;
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("find.field"));
        field.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 16, "muted"));
        Controls.named(field, words.get("find.field")).setName("find.field");
        count.setName("find.count");
        ground.add(field, "wmin 80");
        ground.add(count, "w 70::");
        add("chevron-up", "find.older", () -> step(1));
        add("chevron-down", "find.newer", () -> step(-1));
        add("x", "note.close", this::close);
        field.getDocument().addDocumentListener(new Typed(this::ask));
        bind("ENTER", () -> step(1));
        bind("shift ENTER", () -> step(-1));
        bind("UP", () -> step(1));
        bind("DOWN", () -> step(-1));
        bind("ESCAPE", this::close);
    }

    JComponent component() {
        return ground;
    }

    void show(Desk open, String text) {
        desk = open;
        deck.showBar(ground);
        field.setText(text);
        field.selectAll();
        field.requestFocusInWindow();
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.SearchShown shown && shown.ticket() == ticket) {
            hits = shown.hits();
            at = -1;
            step(1);
        } else if (event instanceof ClientEvent.SearchRefused refused && refused.ticket() == ticket) {
            hits = List.of();
            count.setText(SafeText.line(refused.why()));
        }
    }

    /** The question for the words of {@code text} in one conversation. */
    static String query(Target where, String text) {
        return "in:\"" + where.address() + "\" \"" + text.replace('"', ' ').strip() + "\"";
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

    private void ask() {
        Desk open = desk;
        Target here = open == null ? null : open.current();
        String text = field.getText().strip();
        ticket++;
        hits = List.of();
        mark(text);
        count.setText("");
        if (open != null && here != null && !text.isEmpty()) {
            open.submit(new ClientCommand.Search(ticket, query(here, text), MAX_HITS));
        }
    }

    private void step(int by) {
        Desk open = desk;
        Target here = open == null ? null : open.current();
        if (hits.isEmpty() || here == null || open == null) {
            count.setText(field.getText().isBlank() ? "" : words.get("find.none"));
            return;
        }
        at = Math.floorMod(at + by, hits.size());
        count.setText(words.get("find.count", at + 1, hits.size()));
        open.openAt(here, hits.get(at).seq());
        field.requestFocusInWindow();
    }

    private void mark(String text) {
        MessageList list = deck.current();
        if (list != null) {
            list.mark(text.isEmpty() ? RowMarks.NONE : (ShownEntry entry, String plain) -> marks(plain, text));
        }
    }

    private void close() {
        mark("");
        deck.showBar(null);
        hits = List.of();
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
