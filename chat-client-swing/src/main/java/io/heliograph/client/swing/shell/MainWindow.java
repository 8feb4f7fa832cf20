package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.compose.ComposerPanel;
import io.heliograph.client.swing.emoji.EmojiLine;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.settings.WindowBounds;
import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/** The frame around the main panel, and where it stands on the screen. */
public final class MainWindow {
    private final JFrame frame = new JFrame("Heliograph");
    private final MainPanel panel;

    /** Told that the window is to close, and whether it has come to the front. */
    MainWindow(MainPanel panel, Runnable onClosing, Consumer<Boolean> onFront) {
        this.panel = panel;
        frame.setContentPane(panel.deck());
        // Dialogs stand over the frame, and read as it does.
        frame.applyComponentOrientation(panel.deck().getComponentOrientation());
        frame.setMinimumSize(new Dimension(WindowBounds.MIN_WIDTH, WindowBounds.MIN_HEIGHT));
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                onClosing.run();
            }

            @Override
            public void windowActivated(WindowEvent event) {
                onFront.accept(true);
            }

            @Override
            public void windowDeactivated(WindowEvent event) {
                onFront.accept(false);
            }
        });
    }

    /** What the window is made of; {@code line} paints texts that may have emoji. */
    public record Contents(JComponent connect, MessageDeck messages, ComposerPanel composer, EmojiLine line) {}

    JFrame frame() {
        return frame;
    }

    MainPanel panel() {
        return panel;
    }

    void comeForward() {
        if ((frame.getExtendedState() & JFrame.ICONIFIED) != 0) {
            frame.setExtendedState(frame.getExtendedState() & ~JFrame.ICONIFIED);
        }
        frame.setVisible(true);
        frame.toFront();
    }

    void place(@Nullable WindowBounds wanted, int sidebarWidth) {
        GraphicsConfiguration screen = frame.getGraphicsConfiguration();
        Rectangle all = screen.getBounds();
        Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen);
        int width = all.width - taken.left - taken.right;
        int height = all.height - taken.top - taken.bottom;
        int x = all.x + taken.left;
        int y = all.y + taken.top;
        WindowBounds bounds =
                wanted == null ? WindowBounds.centredOn(x, y, width, height) : wanted.clampedTo(x, y, width, height);
        frame.setBounds(bounds.x(), bounds.y(), bounds.width(), bounds.height());
        if (bounds.maximised()) {
            frame.setExtendedState(JFrame.MAXIMIZED_BOTH);
        }
        panel.setSidebarWidth(sidebarWidth, bounds.width());
    }

    WindowBounds bounds() {
        boolean maximised = (frame.getExtendedState() & JFrame.MAXIMIZED_BOTH) == JFrame.MAXIMIZED_BOTH;
        Rectangle now = frame.getBounds();
        return new WindowBounds(now.x, now.y, now.width, now.height, maximised);
    }
}
