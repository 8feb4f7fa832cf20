package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.emoji.EmojiPictures;
import io.heliograph.client.swing.emoji.EmojiText;
import io.heliograph.common.util.Bytes;
import java.awt.BorderLayout;
import java.awt.Rectangle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the conversation that is open. The lists of the last few conversations are kept as they were left:
 * where one was reading, and what was marked.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
public final class MessageDeck extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MAX_KEPT = 8;

    private final transient Parts parts;
    private final transient Map<MessageListModel, MessagePanel> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final transient List<MessageListListener> listeners = new ArrayList<>();
    private final transient List<RowKey> rowKeys = new ArrayList<>();
    private final TypingBubble typing;
    private final JLabel nothing;
    private transient FilePictures files = FilePictures.NONE;
    private @Nullable MessagePanel shown;
    private @Nullable JComponent bar;
    private transient @Nullable ShownEntry acted;
    private String reader = "";

    private record RowKey(KeyStroke key, String name, Consumer<ShownEntry> deed) {}

    /**
     * What the lists are made with.
     *
     * @param today asked whenever a day is named
     * @param calm motion is to be reduced
     */
    public record Parts(
            MessageWords words, Supplier<LocalDate> today, EmojiText emoji, EmojiPictures pictures, boolean calm) {}

    public MessageDeck(Parts parts) {
        super(new BorderLayout());
        this.parts = parts;
        this.typing = new TypingBubble(parts.words(), parts.calm());
        this.nothing = Controls.label(parts.words().text("none"), "small");
        nothing.setHorizontalAlignment(SwingConstants.CENTER);
        setOpaque(false);
        add(nothing, BorderLayout.CENTER);
        add(typing, BorderLayout.SOUTH);
    }

    /** For lists that are made from now on. */
    public void addMessageListListener(MessageListListener listener) {
        listeners.add(listener);
    }

    /** Where pictures and the progress of files come from. */
    public void setFilePictures(FilePictures source) {
        files = source;
        kept.values().forEach(panel -> panel.messages().setFilePictures(source));
    }

    /** There is news of a file that some rows may show: its name at the relay, or the id of its message. */
    public void fileChanged(Bytes name) {
        kept.values().forEach(panel -> panel.messages().places().fileChanged(name));
    }

    /** Who reads: own reactions are drawn otherwise. */
    public void setReader(String name) {
        if (!name.equals(reader)) {
            reader = name;
            relayout();
        }
    }

    /** {@code deed} is done with the message that has the focus when {@code key} is pressed; for lists to come. */
    public void bindRowKey(KeyStroke key, String name, Consumer<ShownEntry> deed) {
        rowKeys.add(new RowKey(key, name, deed));
    }

    /** What all rows are made of has changed. */
    public void relayout() {
        kept.values().forEach(panel -> panel.messages().relayout());
    }

    /** Shows a conversation where it was left; one that was not shown before at its end. Null shows none. */
    public void open(@Nullable MessageListModel model) {
        MessagePanel next = model == null ? null : panelOf(model);
        if (next == shown) {
            return;
        }
        acted = null;
        typing.show(List.of());
        if (shown != null) {
            shown.messages().setLive(false);
            remove(shown);
        } else {
            remove(nothing);
        }
        shown = next;
        if (next == null) {
            add(nothing, BorderLayout.CENTER);
        } else {
            if (next.messages().isStale()) {
                SwingUtilities.updateComponentTreeUI(next);
            }
            next.applyComponentOrientation(getComponentOrientation());
            add(next, BorderLayout.CENTER);
            next.messages().setLive(true);
        }
        revalidate();
        repaint();
    }

    /** Shows a bar over the messages; null shows none. */
    public void showBar(@Nullable JComponent next) {
        if (bar != null) {
            remove(bar);
        }
        bar = next;
        if (next != null) {
            add(next, BorderLayout.NORTH);
        }
        revalidate();
        repaint();
    }

    /** The list that is shown; null for none. */
    public @Nullable MessageList current() {
        return shown == null ? null : shown.messages();
    }

    /** Who types in the conversation that is shown. */
    public void showTyping(List<String> names) {
        typing.show(shown == null ? List.of() : names);
    }

    /** Reads a message aloud to who hears the screen. */
    public void announce(ShownEntry entry) {
        MessageList list = current();
        if (list != null) {
            list.places().announce(entry);
        }
    }

    /** The message that a command is about: the one acted on, else the one with the focus; null for none. */
    public @Nullable ShownEntry selected() {
        MessageList list = current();
        if (acted != null || list == null) {
            return acted;
        }
        return list.isFocusOwner() ? list.focusedEntry() : null;
    }

    /** Does something with {@code entry} as the one that is selected. */
    public void act(ShownEntry entry, Runnable deed) {
        ShownEntry before = acted;
        acted = entry;
        try {
            deed.run();
        } finally {
            acted = before;
        }
    }

    /** Where something about an entry can be shown, in the coordinates of this deck; its middle if that is not seen. */
    public Rectangle boundsOf(ShownEntry entry) {
        MessageList list = current();
        Rectangle bubble = list == null ? null : list.places().boundsOf(entry.seq());
        Rectangle inView = bubble == null || list == null ? null : bubble.intersection(list.getVisibleRect());
        if (inView == null || inView.isEmpty()) {
            return new Rectangle(getWidth() / 2, getHeight() / 2, 1, 1);
        }
        return SwingUtilities.convertRectangle(list, inView, this);
    }

    /** Takes the focus for what is shown. */
    @Override
    public boolean requestFocusInWindow() {
        MessageList list = current();
        return list != null && list.requestFocusInWindow();
    }

    private MessagePanel panelOf(MessageListModel model) {
        MessagePanel known = kept.get(model);
        if (known != null) {
            return known;
        }
        MessageList list = new MessageList(new MessageList.Parts(
                model, parts.words(), parts.today(), parts.emoji(), parts.pictures(), () -> reader));
        rowKeys.forEach(bound -> ListKeys.bindRow(list, bound.key(), bound.name(), bound.deed()));
        list.setFilePictures(files);
        listeners.forEach(list::addMessageListListener);
        MessagePanel made = new MessagePanel(list);
        kept.put(model, made);
        Iterator<MessagePanel> eldest = kept.values().iterator();
        while (kept.size() > MAX_KEPT) {
            MessagePanel gone = eldest.next();
            eldest.remove();
            gone.messages().close();
        }
        return made;
    }
}
