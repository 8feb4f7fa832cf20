package io.heliograph.client.swing.shell;

import io.heliograph.client.core.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of conversations. Event dispatch thread only. */
interface ConversationListView {
    void showRows(List<ConversationRow> rows, @Nullable Target selected);

    /** {@code title} stands above the list. */
    void showTitle(String title);
}
