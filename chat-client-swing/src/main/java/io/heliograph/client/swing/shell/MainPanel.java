package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.compose.ComposerPanel;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageList;
import io.heliograph.client.swing.messages.MessageListModel;
import io.heliograph.client.swing.words.Words;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.ComponentOrientation;
import java.awt.Dialog;
import java.awt.Window;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * What the window holds: the way in, the conversations, or the lock. Puts regions together, as the language reads,
 * and decides nothing. Event dispatch thread only.
 */
final class MainPanel {
    private static final String CONNECT = "connect";
    private static final String CHAT = "chat";
    private static final String LOCK = "lock";

    private final CardLayout cards = new CardLayout();
    private final JPanel deck = new JPanel(cards);
    private final SidePanel side;
    private final RailPanel rail;
    private final HeaderPanel header;
    private final BannerPanel banner;
    private final ComposerPanel composer;
    private final DetailsPanel details;
    private final NotePanel note;
    private final LockPanel lock;
    private final MessageDeck messages;
    private final Columns columns;
    private final JPanel beside = new JPanel(new BorderLayout());
    private final JPanel above = new JPanel(new BorderLayout());
    private final boolean leftToRight;
    private String card = CONNECT;
    private @Nullable JComponent guest;
    private boolean detailsShown;

    /** What a user does that no command stands for. */
    record Callbacks(Runnable onRetry, Runnable onCheck, Consumer<String> onPassphrase) {}

    /** {@code actions} finds a command by its id. */
    MainPanel(Words words, MainWindow.Contents contents, Function<String, Action> actions, Callbacks callbacks) {
        this.messages = contents.messages();
        this.composer = contents.composer();
        ComponentOrientation orientation = ComponentOrientation.getOrientation(words.locale());
        leftToRight = orientation.isLeftToRight();
        side = new SidePanel(words, contents.line(), actions.apply("new"), actions.apply("query"));
        rail = new RailPanel(
                words,
                actions.apply("theme"),
                new RailMenu(words, actions, RailMenu.EVERYTHING),
                new RailMenu(words, actions, RailMenu.OWN));
        header = new HeaderPanel(actions.apply("switch"), actions.apply("details"));
        banner = new BannerPanel(words, callbacks.onRetry(), callbacks.onCheck());
        composer.setActions(actions.apply("send"), actions.apply("emoji"));
        details = new DetailsPanel(words, actions);
        note = new NotePanel(words);
        lock = new LockPanel(words, callbacks.onPassphrase());
        columns = new Columns(side.component(), beside, details.component(), leftToRight);
        deck.add(contents.connect(), CONNECT);
        deck.add(chat(), CHAT);
        deck.add(lock.component(), LOCK);
        deck.applyComponentOrientation(orientation);
    }

    Views views() {
        return new Views(side, header, banner, details, composer, new Timeline(messages), note, rail);
    }

    SidePanel side() {
        return side;
    }

    RailPanel rail() {
        return rail;
    }

    DetailsPanel details() {
        return details;
    }

    ComposerPanel composer() {
        return composer;
    }

    /** All of it. */
    JComponent deck() {
        return deck;
    }

    MessageDeck messages() {
        return messages;
    }

    LockPanel lock() {
        return lock;
    }

    Regions regions() {
        return new Regions(List.of(
                new Regions.Region(rail.component(), rail.first()),
                new Regions.Region(side.search(), side.search()),
                new Regions.Region(side.list(), side.list()),
                new Regions.Region(messages, messages),
                new Regions.Region(composer.component(), composer.field()),
                new Regions.Region(details.component(), details.list())));
    }

    void showConnect() {
        show(CONNECT);
    }

    void showChat() {
        show(CHAT);
    }

    void showLocked(boolean locked) {
        if (locked) {
            closeDialogs();
        }
        show(locked ? LOCK : CHAT);
    }

    boolean isChatShown() {
        return card.equals(CHAT);
    }

    /** What stands over the window belongs to what it has shown. */
    void closeDialogs() {
        Window window = SwingUtilities.getWindowAncestor(deck);
        if (window != null) {
            for (Window other : window.getOwnedWindows()) {
                if (other instanceof Dialog && other.isShowing()) {
                    other.dispose();
                }
            }
        }
    }

    void showDetails(boolean shown) {
        detailsShown = shown;
        details.component().setVisible(shown && guest == null);
        beside.revalidate();
        columns.fit();
    }

    /** Null shows the details again, if they were shown. */
    void showBeside(@Nullable JComponent panel) {
        if (guest != null) {
            beside.remove(guest);
        }
        guest = panel;
        details.component().setVisible(panel == null && detailsShown);
        if (panel != null) {
            panel.applyComponentOrientation(beside.getComponentOrientation());
            beside.add(panel, BorderLayout.LINE_END);
        } else {
            beside.add(details.component(), BorderLayout.LINE_END);
        }
        beside.revalidate();
        beside.repaint();
        columns.fit();
    }

    /** Null shows none. */
    void showAbove(@Nullable JComponent strip) {
        above.removeAll();
        if (strip != null) {
            strip.applyComponentOrientation(above.getComponentOrientation());
            above.add(strip, BorderLayout.CENTER);
        }
        above.revalidate();
        above.repaint();
    }

    /** {@code totalWidth} is that of the window it will be in: the list may stand at its far side. */
    void setSidebarWidth(int width, int totalWidth) {
        columns.setListWidth(width, totalWidth - rail.component().getPreferredSize().width);
    }

    int sidebarWidth() {
        return columns.listWidth();
    }

    /** Behind a change of the zoom. */
    void measure() {
        side.measure();
        columns.measure();
    }

    private void show(String name) {
        card = name;
        cards.show(deck, name);
    }

    private JComponent chat() {
        JPanel foot = new JPanel(new BorderLayout());
        foot.add(note.component(), BorderLayout.NORTH);
        foot.add(composer.component(), BorderLayout.CENTER);
        JPanel head = new JPanel(new BorderLayout());
        head.add(header.component(), BorderLayout.NORTH);
        head.add(banner.component(), BorderLayout.CENTER);
        head.add(above, BorderLayout.SOUTH);
        JPanel talk = new JPanel(new BorderLayout());
        talk.add(head, BorderLayout.NORTH);
        talk.add(messages, BorderLayout.CENTER);
        talk.add(foot, BorderLayout.SOUTH);
        beside.add(talk, BorderLayout.CENTER);
        beside.add(details.component(), BorderLayout.LINE_END);
        JPanel whole = new JPanel(new BorderLayout());
        whole.add(rail.component(), BorderLayout.LINE_START);
        whole.add(columns.component(), BorderLayout.CENTER);
        return whole;
    }

    /** The messages as a presenter sees them. */
    private record Timeline(MessageDeck messages) implements TimelineView {
        @Override
        public void open(@Nullable MessageListModel lines) {
            messages.open(lines);
        }

        @Override
        public void showUnread() {
            MessageList list = messages.current();
            if (list != null) {
                list.places().scrollToUnread();
            }
        }

        @Override
        public void showEnd() {
            MessageList list = messages.current();
            if (list != null) {
                list.scrollToEnd();
            }
        }

        @Override
        public boolean show(long seq) {
            MessageList list = messages.current();
            return list != null && list.places().scrollToEntry(seq);
        }

        @Override
        public void showTyping(List<String> names) {
            messages.showTyping(names);
        }

        @Override
        public void announce(ShownEntry entry) {
            messages.announce(entry);
        }

        @Override
        public @Nullable ShownEntry selected() {
            return messages.selected();
        }

        @Override
        public void focus() {
            messages.requestFocusInWindow();
        }
    }
}
