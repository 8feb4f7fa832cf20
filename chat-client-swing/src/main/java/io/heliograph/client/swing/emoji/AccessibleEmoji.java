package io.heliograph.client.swing.emoji;

import io.heliograph.client.swing.control.AccessibleItem;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;

/** One emoji for who hears the screen. Owned by the event thread. */
final class AccessibleEmoji extends AccessibleItem {
    private final EmojiGrid grid;

    AccessibleEmoji(EmojiGrid grid, int index) {
        super(grid, index);
        this.grid = grid;
    }

    @Override
    public String getAccessibleName() {
        return index() < grid.rows().count() ? grid.rows().at(index()).name() : "";
    }

    @Override
    public AccessibleStateSet getAccessibleStateSet() {
        AccessibleStateSet states = new AccessibleStateSet();
        states.add(AccessibleState.ENABLED);
        states.add(AccessibleState.VISIBLE);
        states.add(AccessibleState.SHOWING);
        states.add(AccessibleState.SELECTABLE);
        if (grid.selected() == index()) {
            states.add(AccessibleState.SELECTED);
            states.add(AccessibleState.ACTIVE);
        }
        return states;
    }
}
