package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import java.awt.Cursor;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * What the pointer does in the list: hovers, presses, selects.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class ListMouse extends MouseAdapter {
    private final MessageList list;
    private @Nullable Point pressed;

    ListMouse(MessageList list) {
        this.list = list;
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        list.hoverRow(list.view().rowAt(event.getY()));
        Spot spot = list.places().spotAt(event.getPoint());
        int cursor = Cursor.DEFAULT_CURSOR;
        if (spot != null && spot.isPressable()) {
            cursor = Cursor.HAND_CURSOR;
        } else if (isOnText(event.getPoint())) {
            cursor = Cursor.TEXT_CURSOR;
        }
        list.setCursor(Cursor.getPredefinedCursor(cursor));
    }

    @Override
    public void mouseExited(MouseEvent event) {
        list.hoverRow(-1);
    }

    @Override
    public void mousePressed(MouseEvent event) {
        list.requestFocusInWindow();
        if (event.isPopupTrigger()) {
            menu(event);
        } else if (SwingUtilities.isLeftMouseButton(event)) {
            pressed = event.getPoint();
            select(event.getPoint(), event.isShiftDown());
            if (event.getClickCount() == 2) {
                selectWord(event.getPoint());
            }
        }
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        if (pressed != null) {
            select(event.getPoint(), true);
            list.scrollRectToVisible(new Rectangle(0, event.getY(), 1, 1));
        }
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        if (event.isPopupTrigger()) {
            menu(event);
        }
        boolean click = pressed != null && list.selection().isEmpty();
        pressed = null;
        Spot spot = click ? list.places().spotAt(event.getPoint()) : null;
        if (spot != null) {
            press(spot, event.getPoint());
        }
    }

    private void menu(MouseEvent event) {
        int row = list.view().rowAt(event.getY());
        ShownEntry entry = list.entry(row);
        if (entry != null) {
            list.focusRow(row);
            list.listeners()
                    .forEach(listener ->
                            listener.actionWanted(entry, MessageListListener.Action.MORE, event.getPoint()));
        }
    }

    private void press(Spot spot, Point at) {
        int row = list.view().rowAt(at.y);
        ShownEntry entry = list.entry(row);
        if (spot.kind() == Spot.Kind.REST) {
            list.model().showWhole(Long.parseLong(spot.value()));
        }
        for (MessageListListener listener : list.listeners()) {
            switch (spot.kind()) {
                case LINK -> listener.linkOpened(spot.value());
                case PERSON -> listener.personOpened(spot.value());
                case GAP -> listener.gapOpened(Long.parseLong(spot.value()));
                case QUOTE -> openQuote(Long.parseLong(spot.value()), listener);
                case REST, NOTE -> {}
                default -> {
                    if (entry != null) {
                        act(spot, entry, at, listener);
                    }
                }
            }
        }
    }

    private void openQuote(long seq, MessageListListener listener) {
        if (!list.places().scrollToEntry(seq)) {
            listener.originalWanted(seq);
        }
    }

    private static void act(Spot spot, ShownEntry entry, Point at, MessageListListener listener) {
        switch (spot.kind()) {
            case REACTION -> listener.reactionPressed(entry, spot.value());
            case FILE -> listener.fileOpened(entry);
            case REACT -> listener.actionWanted(entry, MessageListListener.Action.REACT, at);
            case DETAILS -> listener.actionWanted(entry, MessageListListener.Action.DETAILS, at);
            case REPLY -> listener.actionWanted(entry, MessageListListener.Action.REPLY, at);
            default -> listener.actionWanted(entry, MessageListListener.Action.MORE, at);
        }
    }

    private void select(Point point, boolean further) {
        int row = list.view().rowAt(point.y);
        if (row < 0) {
            return;
        }
        int place = placeAt(row, point);
        if (further) {
            list.selection().extend(row, place);
        } else {
            list.selection().start(row, place);
        }
        list.repaint();
    }

    private void selectWord(Point point) {
        int row = list.view().rowAt(point.y);
        PlacedText text = row < 0 ? null : list.layoutOf(row).text();
        if (text == null) {
            return;
        }
        String plain = text.flow().plain();
        int from = placeAt(row, point);
        int to = from;
        while (from > 0 && Character.isLetterOrDigit(plain.charAt(from - 1))) {
            from--;
        }
        while (to < plain.length() && Character.isLetterOrDigit(plain.charAt(to))) {
            to++;
        }
        list.selection().start(row, from);
        list.selection().extend(row, to);
    }

    private int placeAt(int row, Point point) {
        PlacedText text = list.layoutOf(row).text();
        return text == null ? 0 : text.placeAt(point.x, point.y - list.view().topOf(row));
    }

    private boolean isOnText(Point point) {
        int row = list.view().rowAt(point.y);
        PlacedText text = row < 0 ? null : list.layoutOf(row).text();
        return text != null && text.isAt(point.x, point.y - list.view().topOf(row));
    }
}
