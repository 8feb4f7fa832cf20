package io.heliograph.client.swing.timeline;

import io.heliograph.client.swing.model.MessageLine;
import java.util.List;
import javax.swing.JComponent;

/** A list of messages as the window needs it. Event dispatch thread only. */
public interface MessageView {
    JComponent component();

    /**
     * Shows another conversation.
     *
     * @param firstUnreadSeq where what is new begins; 0 for nowhere
     */
    void open(boolean isRoom, List<MessageLine> lines, long firstUnreadSeq);

    /** Lines have come, gone or changed; whoever reads is not moved. */
    void update(List<MessageLine> lines);

    /** Takes the focus. */
    void focus();

    void setGestures(Gestures gestures);

    /** What a reader does. */
    interface Gestures {
        /** The beginning of what is loaded is in sight. */
        void onOlderWanted();

        /** Everything up to {@code seq} has been in sight. */
        void onSeen(long seq);

        void onReply(MessageLine line);
    }
}
