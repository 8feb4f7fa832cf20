package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.dialog.ListRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands beside the messages. Event dispatch thread only. */
interface DetailsView {
    /**
     * Everything about a conversation, safe to show.
     *
     * @param members empty for one of two; the key of a row is the name
     */
    record Details(
            boolean isRoom, String title, String subtitle, String text, ListRow.Mark key, List<ListRow> members) {
        public Details {
            members = List.copyOf(members);
        }
    }

    void showDetails(@Nullable Details details);
}
