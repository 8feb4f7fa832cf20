package io.heliograph.client.swing.text;

import java.awt.font.TextLayout;
import org.jspecify.annotations.Nullable;

/**
 * One line of a laid-out text.
 *
 * @param layout null for an empty line
 * @param left where it begins, from the text's left
 * @param top of the line
 * @param baseline where its letters stand, from the text's top
 * @param bottom of the line
 * @param start of its first character, as displayed
 * @param end after its last
 */
record FlowLine(@Nullable TextLayout layout, float left, float top, float baseline, float bottom, int start, int end) {
    float width() {
        return layout == null ? 0 : layout.getVisibleAdvance();
    }
}
