package io.heliograph.client.swing.messages;

import io.heliograph.client.swing.control.AccessibleItem;
import javax.accessibility.AccessibleState;
import javax.accessibility.AccessibleStateSet;

/** One row for who hears the screen. Owned by the event thread. */
final class AccessibleRow extends AccessibleItem {
    private final MessageList list;

    AccessibleRow(MessageList list, int index) {
        super(list, index);
        this.list = list;
    }

    @Override
    public String getAccessibleName() {
        return list.spoken(index());
    }

    @Override
    public AccessibleStateSet getAccessibleStateSet() {
        AccessibleStateSet states = new AccessibleStateSet();
        states.add(AccessibleState.ENABLED);
        states.add(AccessibleState.FOCUSABLE);
        states.add(AccessibleState.VISIBLE);
        if (list.focusedRow() == index()) {
            states.add(AccessibleState.FOCUSED);
            states.add(AccessibleState.ACTIVE);
        }
        if (list.places().isRowShowing(index())) {
            states.add(AccessibleState.SHOWING);
        }
        return states;
    }
}
