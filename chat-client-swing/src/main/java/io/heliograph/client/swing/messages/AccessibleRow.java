package io.heliograph.client.swing.messages;

import java.util.Locale;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;
import org.jspecify.annotations.Nullable;

/**
 * One row for who hears the screen. Made when it is asked for.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class AccessibleRow extends AccessibleContext implements Accessible {
    private final MessageList list;
    private final int index;

    AccessibleRow(MessageList list, int index) {
        this.list = list;
        this.index = index;
        setAccessibleParent(list);
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        return this;
    }

    @Override
    public String getAccessibleName() {
        return list.spoken(index);
    }

    @Override
    public AccessibleRole getAccessibleRole() {
        return AccessibleRole.LIST_ITEM;
    }

    @Override
    public AccessibleStateSet getAccessibleStateSet() {
        AccessibleStateSet states = new AccessibleStateSet();
        states.add(AccessibleState.ENABLED);
        states.add(AccessibleState.FOCUSABLE);
        states.add(AccessibleState.VISIBLE);
        if (list.focusedRow() == index) {
            states.add(AccessibleState.FOCUSED);
            states.add(AccessibleState.ACTIVE);
        }
        if (list.places().isRowShowing(index)) {
            states.add(AccessibleState.SHOWING);
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
        return list.getLocale();
    }
}
