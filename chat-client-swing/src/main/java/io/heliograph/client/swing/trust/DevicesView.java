package io.heliograph.client.swing.trust;

import io.heliograph.client.swing.dialog.ListRow;
import java.util.List;

/** The account's devices. Event dispatch thread only. */
interface DevicesView {
    void showDevices(List<ListRow> rows);

    /** What can be done with the row that is selected, and its words to compare; safe to show. */
    void showChoice(String words, boolean canApprove, boolean canRevoke);

    void showProblem(String line);
}
