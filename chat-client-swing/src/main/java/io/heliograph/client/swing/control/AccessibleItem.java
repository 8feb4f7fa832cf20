package io.heliograph.client.swing.control;

import java.util.Locale;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * One of many things that a component paints itself, for who hears the screen. Made when it is asked for.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
public abstract class AccessibleItem extends AccessibleContext implements Accessible {
    private final JComponent painted;
    private final int index;

    /** The one at {@code index} of what {@code within}, a component, paints. */
    protected <C extends JComponent & Accessible> AccessibleItem(C within, int index) {
        this.painted = within;
        this.index = index;
        setAccessibleParent(within);
    }

    protected final int index() {
        return index;
    }

    @Override
    public final AccessibleContext getAccessibleContext() {
        return this;
    }

    @Override
    public final AccessibleRole getAccessibleRole() {
        return AccessibleRole.LIST_ITEM;
    }

    @Override
    public final int getAccessibleIndexInParent() {
        return index;
    }

    @Override
    public final int getAccessibleChildrenCount() {
        return 0;
    }

    @Override
    public final @Nullable Accessible getAccessibleChild(int child) {
        return null;
    }

    @Override
    public final Locale getLocale() {
        return painted.getLocale();
    }
}
