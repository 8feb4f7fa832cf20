package io.heliograph.client.swing.search;

import io.heliograph.client.swing.dialog.ListRow;
import java.util.List;

/** Days to go to. Event dispatch thread only. */
interface DateView {
    /** {@code empty} is said where there are no rows. */
    void showRows(List<ListRow> rows, String empty);

    void close();
}
