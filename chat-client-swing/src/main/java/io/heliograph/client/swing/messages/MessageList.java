package io.heliograph.client.swing.messages;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.emoji.EmojiPictures;
import io.heliograph.client.swing.emoji.EmojiText;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.swing.JComponent;
import javax.swing.JToolTip;
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
    private final transient List<MessageListListener> listeners = new ArrayList<>();
    private final transient RowAttention attention = new RowAttention(this);
    private final transient RowPlaces places;
    private final transient RowListener modelEvents;
    private transient Look look = new Look();
    private transient ListPainter painter;
    private transient RowMarks marks = RowMarks.NONE;

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
        this.places = new RowPlaces(this, rows);
        this.modelEvents = new ModelFollower(rows, view, attention);
        model.addListener(modelEvents);
        ListMouse mouse = new ListMouse(this);
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        new ListKeys(this).install();
        addFocusListener(attention);
    }

    public void addMessageListListener(MessageListListener listener) {
        listeners.add(listener);
    }

    /** Where pictures and the progress of files come from. */
    public void setFilePictures(FilePictures files) {
        rows.files(files);
        relayout();
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

    /** So many times what is in sight, up for less than 0. */
    public void scrollPages(int pages) {
        view.scrollBy(pages * Math.max(1, getVisibleRect().height - UIScale.scale(40)));
    }

    /** What is painted over the rows from now on: what was looked for and found. */
    public void mark(RowMarks next) {
        marks = next;
        repaint();
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

    /** What is selected, as it would be copied; empty for nothing. */
    public String selectedText() {
        return new CopyText(wording).of(model, attention.selection());
    }

    /** Where rows stand, and what can be pressed in them. */
    public RowPlaces places() {
        return places;
    }

    public void selectAll() {
        attention.selectAll();
    }

    public void clearSelection() {
        attention.selection().clear();
        focusRow(-1);
    }

    /** The row with the focus, or -1. */
    public int focusedRow() {
        return attention.focused();
    }

    /** Gives a row the focus and brings it into view; -1 for none. */
    public void focusRow(int index) {
        attention.focus(index);
    }

    /** The message with the focus; null for none. */
    public @Nullable ShownEntry focusedEntry() {
        return attention.focusedEntry();
    }

    // For the parts of this package

    MessageListModel model() {
        return model;
    }

    ListView view() {
        return view;
    }

    Selection selection() {
        return attention.selection();
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

    /** The message of a row; null for a line of the system. */
    @Nullable
    ShownEntry entry(int index) {
        return index >= 0 && index < model.size() && model.row(index) instanceof Row.Message message
                ? message.entry()
                : null;
    }

    int hoveredRow() {
        return attention.hovered();
    }

    void hoverRow(int index) {
        attention.hover(index);
    }

    ListPainter painter() {
        return painter;
    }

    RowLayout layoutOf(int index) {
        return rows.layout(index);
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
        Spot spot = places.spotAt(event.getPoint());
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
            accessibleContext = new AccessibleMessages(this);
        }
        return accessibleContext;
    }
}
