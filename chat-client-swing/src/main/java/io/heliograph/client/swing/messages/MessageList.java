package io.heliograph.client.swing.messages;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.emoji.EmojiPictures;
import io.heliograph.client.swing.emoji.EmojiText;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.JToolTip;
import javax.swing.KeyStroke;
import javax.swing.Scrollable;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one conversation: one component that paints its rows itself, so that a hundred thousand cost no
 * more than those on the screen. To be shown by a {@link MessagePanel}.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
public final class MessageList extends JComponent implements Scrollable, Accessible {
    private static final int UNIT = 40;

    private final transient MessageListModel model;
    private final transient RowWording wording;
    private final transient LaidOutRows rows;
    private final transient ListView view;
    private final transient Selection selection = new Selection();
    private final transient List<MessageListListener> listeners = new ArrayList<>();
    private final transient RowListener modelEvents = new ModelEvents();
    private transient Look look = new Look();
    private transient ListPainter painter;
    private transient RowMarks marks = RowMarks.NONE;
    private int hoveredRow = -1;
    private int focusedRow = -1;

    /**
     * What the list is made with.
     *
     * @param today asked whenever a day is named
     * @param reader asked whose reactions are own
     */
    public record Parts(
            MessageListModel model,
            MessageWords words,
            Supplier<LocalDate> today,
            EmojiText emoji,
            EmojiPictures pictures,
            Supplier<String> reader) {}

    public MessageList(Parts parts) {
        this.model = parts.model();
        this.wording = new RowWording(parts.words());
        this.painter = new ListPainter(this, look, new HoverBar(look, parts.words()));
        this.rows = new LaidOutRows(model, new RowLayouter(wording, parts), look);
        this.view = new ListView(this, rows, listeners);
        setName("messages");
        setOpaque(true);
        setFocusable(true);
        setAutoscrolls(true);
        setBackground(look.colour("chat"));
        setToolTipText("");
        rows.reset(look, 1, false);
        model.addListener(modelEvents);
        ListMouse mouse = new ListMouse(this);
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        new ListKeys(this).install();
        addFocusListener(new FocusRepaint());
    }

    public void addMessageListListener(MessageListListener listener) {
        listeners.add(listener);
    }

    /** Where pictures and the progress of files come from. */
    public void setFilePictures(FilePictures files) {
        rows.files(files);
        relayout();
    }

    /** There is news of a file that some rows may show: its name at the relay, or the id of its message. */
    public void fileChanged(Bytes name) {
        for (int index = view.firstVisible(); index >= 0 && index <= view.lastVisible(); index++) {
            ShownEntry entry = entry(index);
            FileInfo file = entry == null ? null : entry.file();
            MessageId id = entry == null ? null : entry.id();
            if (file != null
                    && (file.blob().equals(name) || (id != null && id.octets().equals(name)))) {
                rows.changed(index, index + 1);
            }
        }
        view.refresh();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (painter == null) { // the constructor of the superclass
            return;
        }
        look = new Look();
        painter = new ListPainter(this, look, new HoverBar(look, wording.words()));
        setBackground(look.colour("chat"));
        relayout();
    }

    /** Goes to the newest row and stays there. */
    public void scrollToEnd() {
        view.scrollToEnd();
    }

    /** Brings an entry into view and gives it the focus; false if it is not among the rows. */
    public boolean scrollToEntry(long seq) {
        int index = model.indexOf(seq);
        if (index < 0) {
            return false;
        }
        view.scrollToRow(index);
        focusRow(index);
        return true;
    }

    /** The first row whose divider says that it is unread comes to the top, else the end. */
    public void scrollToUnread() {
        for (int index = model.size() - 1; index >= 0; index--) {
            if (model.row(index).above().unreadCount() > 0) {
                view.scrollToRow(index);
                return;
            }
        }
        view.scrollToEnd();
    }

    /** What is painted over the rows from now on: what was looked for and found. */
    public void mark(RowMarks next) {
        marks = next;
        repaint();
    }

    /** Where the bubble of an entry stands in this list; null if it is not among the rows. */
    public @Nullable Rectangle boundsOf(long seq) {
        int index = model.indexOf(seq);
        if (index < 0) {
            return null;
        }
        Rectangle bubble = rows.layout(index).bubble().getBounds();
        bubble.translate(0, view.topOf(index));
        return bubble;
    }

    /** The address under a point; null for none. */
    public @Nullable String linkAt(Point at) {
        Spot spot = spotAt(at);
        return spot == null || spot.kind() != Spot.Kind.LINK ? null : spot.value();
    }

    /** Does something with the message that has the focus. */
    void bindRowKey(KeyStroke key, String name, Consumer<ShownEntry> deed) {
        getInputMap().put(key, name);
        getActionMap().put(name, new Deed(name, () -> {
            ShownEntry entry = focusedEntry();
            if (entry != null) {
                deed.accept(entry);
            }
        }));
    }

    /** The last entry in view; 0 at the end, or where there is none. */
    public long seqInView() {
        int last = view.lastVisible();
        ShownEntry entry = last < 0 || view.isAtEnd() ? null : entry(last);
        return entry == null ? 0 : entry.seq();
    }

    /** The theme or the zoom is another than when this was laid out. */
    boolean isStale() {
        return !look.isCurrent();
    }

    /** Off the screen it follows the model and tells nobody. */
    void setLive(boolean live) {
        view.setLive(live);
    }

    /** It follows the model no longer. */
    void close() {
        model.removeListener(modelEvents);
    }

    /** Says an entry to who hears the screen, without moving anything. */
    void announce(ShownEntry entry) {
        int index = model.indexOf(entry.seq());
        if (index >= 0) {
            getAccessibleContext().setAccessibleDescription(spoken(index));
        }
    }

    /** What is selected, as it would be copied; empty for nothing. */
    public String selectedText() {
        return new CopyText(wording).of(model, selection);
    }

    public void selectAll() {
        if (model.size() > 0) {
            selection.start(0, 0);
            selection.extend(model.size() - 1, Integer.MAX_VALUE);
            repaint();
        }
    }

    public void clearSelection() {
        selection.clear();
        focusRow(-1);
    }

    /** The row with the focus, or -1. */
    public int focusedRow() {
        return focusedRow;
    }

    /** Gives a row the focus and brings it into view; -1 for none. */
    public void focusRow(int index) {
        focusedRow = index < model.size() ? index : -1;
        if (focusedRow >= 0) {
            view.reveal(focusedRow);
            getAccessibleContext()
                    .firePropertyChange(
                            AccessibleContext.ACCESSIBLE_ACTIVE_DESCENDANT_PROPERTY,
                            null,
                            new AccessibleRow(this, focusedRow));
        }
        repaint();
    }

    /** The message with the focus; null for none. */
    public @Nullable ShownEntry focusedEntry() {
        return focusedRow < 0 ? null : entry(focusedRow);
    }

    // For the parts of this package

    MessageListModel model() {
        return model;
    }

    ListView view() {
        return view;
    }

    Selection selection() {
        return selection;
    }

    RowMarks marks() {
        return marks;
    }

    Look look() {
        return look;
    }

    MessageWords words() {
        return wording.words();
    }

    List<MessageListListener> listeners() {
        return listeners;
    }

    String spoken(int index) {
        return index < model.size() ? wording.spoken(model.row(index)) : "";
    }

    /** The body of a row as it is copied. */
    String plainText(int index) {
        return new CopyText(wording).plain(model.row(index), true);
    }

    boolean isRowShowing(int index) {
        return isShowing() && index >= view.firstVisible() && index <= view.lastVisible();
    }

    /** The message of a row; null for a line of the system. */
    @Nullable
    ShownEntry entry(int index) {
        return index >= 0 && index < model.size() && model.row(index) instanceof Row.Message message
                ? message.entry()
                : null;
    }

    int hoveredRow() {
        return hoveredRow;
    }

    void hoverRow(int index) {
        if (index != hoveredRow) {
            hoveredRow = index;
            repaint();
        }
    }

    RowLayout layoutOf(int index) {
        return rows.layout(index);
    }

    /** What is under a point of the list; null for nothing. */
    @Nullable
    Spot spotAt(Point point) {
        int index = view.rowAt(point.y);
        if (index < 0) {
            return null;
        }
        RowLayout layout = rows.layout(index);
        float y = point.y - view.topOf(index);
        Spot onBar = index == hoveredRow && isActionable(index) ? painter.barSpotAt(layout, point.x, y) : null;
        return onBar != null ? onBar : layout.spotAt(point.x, y);
    }

    /** Something can be done with the message of a row. */
    boolean isActionable(int index) {
        ShownEntry entry = entry(index);
        return entry != null && entry.seq() != 0 && !entry.deleted();
    }

    /** Everything is laid out anew; the reading position stays. */
    void relayout() {
        rows.reset(look, Math.max(1, getWidth()), !getComponentOrientation().isLeftToRight());
        view.refresh();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D own = (Graphics2D) graphics.create();
        painter.paint(own);
        own.dispose();
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        Spot spot = spotAt(event.getPoint());
        return spot == null || spot.tip().isEmpty() ? null : spot.tip();
    }

    @Override
    public JToolTip createToolTip() {
        JToolTip tip = super.createToolTip();
        tip.putClientProperty("html.disable", true); // tips quote strangers
        return tip;
    }

    /** As wide as the view: a viewport that reads from right to left looks at the width before it gives its own. */
    @Override
    public Dimension getPreferredSize() {
        int width = getParent() == null ? 1 : getParent().getWidth();
        return new Dimension(
                width, (int) Math.min(Integer.MAX_VALUE, rows.heights().total()));
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(600, 600);
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return Math.round(look.px(UNIT));
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(1, visible.height - Math.round(look.px(UNIT)));
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() > rows.heights().total();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleMessages();
        }
        return accessibleContext;
    }

    /** The list for who hears the screen. */
    private final class AccessibleMessages extends AccessibleJComponent {
        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.LIST;
        }

        @Override
        public String getAccessibleName() {
            return words().text("list");
        }

        @Override
        public int getAccessibleChildrenCount() {
            return model.size();
        }

        @Override
        public @Nullable Accessible getAccessibleChild(int child) {
            return child >= 0 && child < model.size() ? new AccessibleRow(MessageList.this, child) : null;
        }
    }

    /** Follows the model. */
    private final class ModelEvents implements RowListener {
        @Override
        public void rowsSpliced(int index, int removed, int added) {
            selection.splice(index, removed, added);
            hoveredRow = -1;
            if (focusedRow >= index) {
                focusedRow = focusedRow >= index + removed ? focusedRow + added - removed : -1;
            }
            view.spliced(index, removed, added);
        }

        @Override
        public void rowsChanged(int from, int to) {
            rows.changed(from, to);
            view.refresh();
        }
    }

    /** The ring comes and goes with the focus. */
    private final class FocusRepaint extends FocusAdapter {
        @Override
        public void focusGained(FocusEvent event) {
            repaint();
        }

        @Override
        public void focusLost(FocusEvent event) {
            repaint();
        }
    }
}
