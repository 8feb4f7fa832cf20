package io.heliograph.client.swing.shell;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** The regions of the window in the order in which F6 goes through them. Event dispatch thread only. */
final class Regions {
    /** {@code entry} takes the focus when the region is gone to. */
    record Region(JComponent area, JComponent entry) {}

    private final List<Region> regions;

    Regions(List<Region> regions) {
        this.regions = List.copyOf(regions);
    }

    void cycle(boolean forward) {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        int at = -1;
        for (int index = 0; index < regions.size(); index++) {
            if (owner != null
                    && SwingUtilities.isDescendingFrom(owner, regions.get(index).area())) {
                at = index;
            }
        }
        int step = forward ? 1 : -1;
        int next = at < 0 && !forward ? regions.size() : at;
        for (int count = 0; count < regions.size(); count++) {
            next = Math.floorMod(next + step, regions.size());
            Region region = regions.get(next);
            if (region.entry().isShowing() && region.entry().requestFocusInWindow()) {
                return;
            }
        }
    }
}
