package io.heliograph.client.swing.messages;

import javax.accessibility.Accessible;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The list for who hears the screen: each row is one of its items. Event dispatch thread only. */
final class AccessibleMessages extends JComponent.AccessibleJComponent {
    private static final long serialVersionUID = 1L;

    private final transient MessageList list;

    AccessibleMessages(MessageList list) {
        list.super();
        this.list = list;
    }

    @Override
    public AccessibleRole getAccessibleRole() {
        return AccessibleRole.LIST;
    }

    @Override
    public String getAccessibleName() {
        return list.words().text("list");
    }

    @Override
    public int getAccessibleChildrenCount() {
        return list.model().size();
    }

    @Override
    public @Nullable Accessible getAccessibleChild(int child) {
        return child >= 0 && child < list.model().size() ? new AccessibleRow(list, child) : null;
    }
}
