package io.heliograph.client.swing.start;

import io.heliograph.client.swing.dialog.ListRow;
import java.util.List;

/** People and rooms to choose from. Event dispatch thread only. */
interface StartView {
    /** What can be found is said in the field. */
    void showPrompt(String prompt);

    /** {@code empty} is said where there are no rows. */
    void showRows(List<ListRow> rows, String empty);

    void close();
}
