package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import javax.accessibility.AccessibleContext;
import org.jspecify.annotations.Nullable;

/**
 * Which rows the user has to do with: the one under the pointer, the one with the focus, those that are selected. They
 * stay on their messages while others come and go.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class RowAttention implements FocusListener {
    private final MessageList list;
    private final Selection selection = new Selection();
    private int hovered = -1;
    private int focused = -1;

    RowAttention(MessageList list) {
        this.list = list;
    }

    Selection selection() {
        return selection;
    }

    int hovered() {
        return hovered;
    }

    int focused() {
        return focused;
    }

    /** The message with the focus; null for none. */
    @Nullable
    ShownEntry focusedEntry() {
        return focused < 0 ? null : list.entry(focused);
    }

    void hover(int index) {
        if (index != hovered) {
            hovered = index;
            list.repaint();
        }
    }

    /** Brings it into view as well; -1 for none. */
    void focus(int index) {
        focused = index < list.model().size() ? index : -1;
        if (focused >= 0) {
            list.view().reveal(focused);
            list.getAccessibleContext()
                    .firePropertyChange(
                            AccessibleContext.ACCESSIBLE_ACTIVE_DESCENDANT_PROPERTY,
                            null,
                            new AccessibleRow(list, focused));
        }
        list.repaint();
    }

    void selectAll() {
        if (list.model().size() > 0) {
            selection.start(0, 0);
            selection.extend(list.model().size() - 1, Integer.MAX_VALUE);
            list.repaint();
        }
    }

    void splice(int index, int removed, int added) {
        selection.splice(index, removed, added);
        hovered = -1;
        if (focused >= index) {
            focused = focused >= index + removed ? focused + added - removed : -1;
        }
    }

    /** The ring comes and goes with the focus. */
    @Override
    public void focusGained(FocusEvent event) {
        list.repaint();
    }

    @Override
    public void focusLost(FocusEvent event) {
        list.repaint();
    }
}
