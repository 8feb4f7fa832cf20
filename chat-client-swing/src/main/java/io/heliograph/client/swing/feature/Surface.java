package io.heliograph.client.swing.feature;

import javax.swing.JComponent;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;

/** The window as features see it. Event dispatch thread only. */
public interface Surface {
    /** For dialogs to stand over. */
    JFrame frame();

    /** Shows {@code panel} beside the messages, in place of the details; null shows what was there before. */
    void showBeside(@Nullable JComponent panel);

    /** Shows {@code strip} above the messages; null shows none. */
    void showAbove(@Nullable JComponent strip);

    /** The user has this window before them, and it shows the conversations. */
    boolean isInFront();

    /** Brings the window before the others. */
    void comeForward();
}
