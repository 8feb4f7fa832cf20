package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.model.MessageLine;
import java.util.List;

/** The messages of the open conversation. Event dispatch thread only. */
interface TimelineView {
    void open(boolean isRoom, List<MessageLine> lines, long firstUnreadSeq);

    void update(List<MessageLine> lines);
}
