package io.heliograph.client.swing.feature;

import java.util.Objects;
import javax.swing.JComponent;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;

/** The window for features that are made before it. Event dispatch thread only. */
public final class LateSurface implements Surface {
    private @Nullable Surface window;

    /** Once, before anything is asked of it. */
    public void attach(Surface made) {
        window = made;
    }

    @Override
    public JFrame frame() {
        return window().frame();
    }

    @Override
    public void showBeside(@Nullable JComponent panel) {
        window().showBeside(panel);
    }

    @Override
    public void showAbove(@Nullable JComponent strip) {
        window().showAbove(strip);
    }

    @Override
    public boolean isInFront() {
        return window().isInFront();
    }

    @Override
    public void comeForward() {
        window().comeForward();
    }

    private Surface window() {
        return Objects.requireNonNull(window, "no window yet");
    }
}
