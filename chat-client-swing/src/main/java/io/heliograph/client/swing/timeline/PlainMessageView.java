package io.heliograph.client.swing.timeline;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.model.MessageLine;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import io.heliograph.client.swing.words.Words;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.AbstractListModel;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ScrollPaneConstants;
import org.jspecify.annotations.Nullable;

/**
 * Messages in a list of the toolkit: right for some hundred lines, not for a hundred thousand.
 *
 * <p>Event dispatch thread only.
 */
public final class PlainMessageView implements MessageView {
    private static final long GROUP_MS = TimeUnit.MINUTES.toMillis(5);
    private static final int NEAR = 80;

    private final Words words;
    private final Lines lines = new Lines();
    private final JList<MessageLine> list = new JList<>(lines);
    private final JScrollPane scroll = new JScrollPane(
            list, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    private final DateTimeFormatter clock;
    private @Nullable Gestures gestures;
    private boolean room;

    public PlainMessageView(Words words) {
        this.words = words;
        this.clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault());
        list.setCellRenderer(new Cell());
        list.getAccessibleContext().setAccessibleName(words.get("messages.name"));
        list.setName("messages");
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getVerticalScrollBar().setUnitIncrement(UIScale.scale(20));
        scroll.getVerticalScrollBar().addAdjustmentListener(event -> onScrolled());
        scroll.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                boolean bottom = isAtBottom();
                lines.remeasure();
                if (bottom) {
                    toBottom();
                }
            }
        });
    }

    @Override
    public JComponent component() {
        return scroll;
    }

    @Override
    public void setGestures(Gestures other) {
        gestures = other;
    }

    @Override
    public void open(boolean isRoom, List<MessageLine> shown, long firstUnreadSeq) {
        room = isRoom;
        lines.show(shown);
        toBottom();
    }

    @Override
    public void update(List<MessageLine> shown) {
        boolean bottom = isAtBottom();
        int below = list.getHeight() - scroll.getVerticalScrollBar().getValue();
        boolean older = !shown.isEmpty() && lines.startsAfter(shown.get(0));
        lines.show(shown);
        if (bottom) {
            toBottom();
        } else if (older) {
            scroll.validate();
            scroll.getVerticalScrollBar().setValue(list.getHeight() - below);
        }
    }

    @Override
    public void focus() {
        list.requestFocusInWindow();
    }

    private void onScrolled() {
        Gestures listening = gestures;
        JScrollBar bar = scroll.getVerticalScrollBar();
        if (listening == null || lines.getSize() == 0 || bar.getValueIsAdjusting()) {
            return;
        }
        if (bar.getValue() == 0) {
            listening.onOlderWanted();
        }
        int last = list.getLastVisibleIndex();
        if (last >= 0 && lines.getElementAt(last).entry().seq() > 0) {
            listening.onSeen(lines.getElementAt(last).entry().seq());
        }
    }

    private boolean isAtBottom() {
        JScrollBar bar = scroll.getVerticalScrollBar();
        return bar.getValue() + bar.getVisibleAmount() >= bar.getMaximum() - UIScale.scale(NEAR);
    }

    private void toBottom() {
        scroll.validate();
        JScrollBar bar = scroll.getVerticalScrollBar();
        bar.setValue(bar.getMaximum());
        onScrolled();
    }

    /** The lines, all measured again whenever any has changed. */
    private static final class Lines extends AbstractListModel<MessageLine> {
        private static final long serialVersionUID = 1L;

        private transient List<MessageLine> shown = List.of();

        void show(List<MessageLine> fresh) {
            int before = shown.size();
            shown = fresh;
            if (fresh.size() < before) {
                fireIntervalRemoved(this, fresh.size(), before - 1);
            } else if (fresh.size() > before) {
                fireIntervalAdded(this, before, fresh.size() - 1);
            }
            remeasure();
        }

        void remeasure() {
            if (!shown.isEmpty()) {
                fireContentsChanged(this, 0, shown.size() - 1);
            }
        }

        boolean startsAfter(MessageLine line) {
            return !shown.isEmpty() && shown.get(0).entry().seq() > line.entry().seq();
        }

        @Nullable
        MessageLine before(int index) {
            return index > 0 && index <= shown.size() ? shown.get(index - 1) : null;
        }

        @Override
        public int getSize() {
            return shown.size();
        }

        @Override
        public MessageLine getElementAt(int index) {
            return shown.get(index);
        }
    }

    /** Measures and paints one line. */
    private final class Cell extends JPanel implements ListCellRenderer<MessageLine> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable Bubble bubble;
        private String notice = "";
        private int width = 1;
        private boolean focused;

        Cell() {
            setOpaque(false);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends MessageLine> of, MessageLine line, int index, boolean selected, boolean cellFocus) {
            ShownEntry entry = line.entry();
            width = Math.max(UIScale.scale(240), scroll.getViewport().getWidth());
            focused = cellFocus;
            String said = LineText.body(entry, words);
            if (entry.isMessage()) {
                notice = "";
                bubble = new Bubble(list, line, said, headingOf(line, index), width);
            } else {
                notice = LineText.notice(entry, words);
                bubble = null;
            }
            getAccessibleContext()
                    .setAccessibleName(
                            entry.isMessage()
                                    ? entry.from() + ", " + clock.format(Instant.ofEpochMilli(entry.timeMs())) + ": "
                                            + said
                                    : notice);
            return this;
        }

        private Bubble.Heading headingOf(MessageLine line, int index) {
            ShownEntry entry = line.entry();
            MessageLine above = lines.before(index);
            boolean joined = above != null
                    && above.entry().isMessage()
                    && above.entry().from().equals(entry.from())
                    && entry.timeMs() - above.entry().timeMs() < GROUP_MS;
            String time = clock.format(Instant.ofEpochMilli(entry.timeMs()));
            String edited = entry.edited() && !entry.deleted() ? words.get("line.edited") + " " : "";
            return new Bubble.Heading(joined, room && !joined && !entry.own(), edited + time);
        }

        @Override
        public Dimension getPreferredSize() {
            int height = notice.isEmpty() ? UIScale.scale(1) : UIScale.scale(30);
            return new Dimension(width, bubble == null ? height : bubble.height());
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = (Graphics2D) graphics.create();
            Painting.smooth(g);
            if (bubble != null) {
                bubble.paint(this, g, getWidth(), focused);
            } else if (!notice.isEmpty()) {
                g.setFont(Tokens.plain(12));
                g.setColor(Tokens.colour("muted"));
                String text = Painting.clipped(notice, g.getFontMetrics(), getWidth() - UIScale.scale(40));
                g.drawString(text, (getWidth() - g.getFontMetrics().stringWidth(text)) / 2, UIScale.scale(20));
            }
            g.dispose();
        }
    }
}
