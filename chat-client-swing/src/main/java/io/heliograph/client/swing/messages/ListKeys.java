package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.control.Deed;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;

/**
 * What the keyboard does in the list. The names of the actions are keys of the action map, so that other keys can be
 * bound to them.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class ListKeys {
    private final MessageList list;

    ListKeys(MessageList list) {
        this.list = list;
    }

    void install() {
        bind("row-up", () -> move(-1), "UP", "KP_UP");
        bind("row-down", () -> move(1), "DOWN", "KP_DOWN");
        bind("row-first", () -> list.focusRow(0), "HOME", "ctrl HOME");
        bind("row-last", this::toEnd, "END", "ctrl END");
        bind("page-up", () -> list.view().scrollBy(-page()), "PAGE_UP");
        bind("page-down", () -> list.view().scrollBy(page()), "PAGE_DOWN");
        bind("copy", this::copy, "ctrl C", "ctrl INSERT", "COPY", "meta C");
        bind("select-all", list::selectAll, "ctrl A", "meta A");
        bind("clear", list::clearSelection, "ESCAPE");
        bind("more", () -> act(MessageListListener.Action.MORE), "CONTEXT_MENU", "shift F10", "ENTER");
    }

    private void bind(String name, Runnable deed, String... keys) {
        for (String key : keys) {
            list.getInputMap().put(KeyStroke.getKeyStroke(key), name);
        }
        list.getActionMap().put(name, new AbstractAction(name) {
            @Override
            public void actionPerformed(ActionEvent event) {
                deed.run();
            }
        });
    }

    private int page() {
        return Math.max(1, list.view().extent() - Math.round(list.look().px(40)));
    }

    /** The first step begins at the newest row in view. */
    private void move(int step) {
        int from = list.focusedRow();
        int next = from < 0 ? list.view().lastVisible() : from + step;
        list.focusRow(Math.max(0, Math.min(next, list.model().size() - 1)));
    }

    private void toEnd() {
        list.focusRow(list.model().size() - 1);
        list.scrollToEnd();
    }

    /** What is selected, else the message with the focus. */
    private void copy() {
        String text = list.selectedText();
        if (text.isEmpty() && list.focusedRow() >= 0) {
            text = list.plainText(list.focusedRow());
        }
        if (!text.isEmpty()) {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        }
    }

    private void act(MessageListListener.Action action) {
        ShownEntry entry = list.focusedEntry();
        if (entry != null) {
            int row = list.focusedRow();
            Rectangle2D bubble = list.layoutOf(row).bubble();
            Point at = new Point((int) bubble.getCenterX(), list.view().topOf(row) + (int) bubble.getCenterY());
            list.listeners().forEach(listener -> listener.actionWanted(entry, action, at));
        }
    }

    /** Does something with the message that has the focus. */
    static void bindRow(MessageList list, KeyStroke key, String name, Consumer<ShownEntry> deed) {
        list.getInputMap().put(key, name);
        list.getActionMap().put(name, new Deed(name, () -> {
            ShownEntry entry = list.focusedEntry();
            if (entry != null) {
                deed.accept(entry);
            }
        }));
    }
}
