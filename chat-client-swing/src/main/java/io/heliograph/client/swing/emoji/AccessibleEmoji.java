package io.heliograph.client.swing.emoji;

import java.util.Locale;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;
import org.jspecify.annotations.Nullable;

/** One emoji for who hears the screen. Made when it is asked for; owned by the event thread. */
final class AccessibleEmoji extends AccessibleContext implements Accessible {
    private final EmojiGrid grid;
    private final int index;

    AccessibleEmoji(EmojiGrid grid, int index) {
        this.grid = grid;
        this.index = index;
        setAccessibleParent(grid);
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        return this;
    }

    @Override
    public String getAccessibleName() {
        return index < grid.rows().count() ? grid.rows().at(index).name() : "";
    }

    @Override
    public AccessibleRole getAccessibleRole() {
        return AccessibleRole.LIST_ITEM;
    }

    @Override
    public AccessibleStateSet getAccessibleStateSet() {
        AccessibleStateSet states = new AccessibleStateSet();
        states.add(AccessibleState.ENABLED);
        states.add(AccessibleState.VISIBLE);
        states.add(AccessibleState.SHOWING);
        states.add(AccessibleState.SELECTABLE);
        if (grid.selected() == index) {
            states.add(AccessibleState.SELECTED);
            states.add(AccessibleState.ACTIVE);
        }
        return states;
    }

    @Override
    public int getAccessibleIndexInParent() {
        return index;
    }

    @Override
    public int getAccessibleChildrenCount() {
        return 0;
    }

    @Override
    public @Nullable Accessible getAccessibleChild(int child) {
        return null;
    }

    @Override
    public Locale getLocale() {
        return grid.getLocale();
    }
}
