package io.heliograph.client.swing.messages;

import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;

/**
 * A message list with its scroll bar and the button that leads to its end.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
public final class MessagePanel extends JPanel {
    private static final float MARGIN = 16;

    private final MessageList list;
    private final JScrollPane scroller;
    private final ToEndButton toEnd;

    public MessagePanel(MessageList list) {
        super(null);
        this.list = list;
        this.scroller =
                new JScrollPane(list, JScrollPane.VERTICAL_SCROLLBAR_ALWAYS, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        this.toEnd = new ToEndButton(list);
        scroller.setBorder(BorderFactory.createEmptyBorder());
        scroller.getVerticalScrollBar().setFocusable(false);
        toEnd.setVisible(false);
        toEnd.addActionListener(event -> list.scrollToEnd());
        add(toEnd);
        add(scroller);
        JViewport viewport = scroller.getViewport();
        viewport.addChangeListener(event -> list.view().viewportChanged(viewport));
        list.addMessageListListener(new EndWatch());
    }

    public MessageList messages() {
        return list;
    }

    @Override
    public void doLayout() {
        scroller.setBounds(0, 0, getWidth(), getHeight());
        Dimension size = toEnd.getPreferredSize();
        int margin = Math.round(list.look().px(MARGIN));
        int left = getComponentOrientation().isLeftToRight() ? getWidth() - size.width - margin : margin;
        toEnd.setBounds(left, getHeight() - size.height - margin, size.width, size.height);
    }

    /** The button lies over the list. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }

    @Override
    public Dimension getPreferredSize() {
        return scroller.getPreferredSize();
    }

    /** Shows the button while the view is not at the end. */
    private final class EndWatch implements MessageListListener {
        @Override
        public void endChanged(boolean atEnd, int newBelow) {
            if (toEnd.isVisible() == atEnd) {
                toEnd.setVisible(!atEnd);
            }
            toEnd.show(newBelow);
        }
    }
}
