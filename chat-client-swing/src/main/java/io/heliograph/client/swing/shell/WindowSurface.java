package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.feature.Surface;
import javax.swing.JComponent;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;

/** The window as features see it. Decides nothing. */
final class WindowSurface implements Surface {
    private final MainWindow window;

    WindowSurface(MainWindow window) {
        this.window = window;
    }

    @Override
    public JFrame frame() {
        return window.frame();
    }

    @Override
    public void showBeside(@Nullable JComponent panel) {
        window.panel().showBeside(panel);
    }

    @Override
    public void showAbove(@Nullable JComponent strip) {
        window.panel().showAbove(strip);
    }

    @Override
    public boolean isInFront() {
        return window.frame().isActive() && window.panel().isChatShown();
    }

    @Override
    public void comeForward() {
        window.comeForward();
    }
}
