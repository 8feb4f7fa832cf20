package io.heliograph.client.swing.notify;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.theme.AvatarIcon;
import java.awt.GraphicsConfiguration;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JWindow;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Shows a notification as a card in the corner of the screen, one at a time. Event dispatch thread only. */
final class CardNotifier implements Notifier {
    private static final int SHOWN_MS = 6_000;
    private static final int EDGE = 20;

    private final Supplier<JFrame> owner;
    private final String close;
    private final Timer end;
    private @Nullable JWindow card;

    /** {@code close} is what its button is called. */
    CardNotifier(Supplier<JFrame> owner, String close) {
        this.owner = owner;
        this.close = close;
        this.end = new Timer(SHOWN_MS, event -> hide());
        end.setRepeats(false);
    }

    @Override
    public boolean show(Note note, Consumer<Note> clicked) {
        hide();
        JFrame frame = owner.get();
        JWindow made = new JWindow(frame.getGraphicsConfiguration());
        made.setName("notification");
        made.setAlwaysOnTop(true);
        made.setFocusableWindowState(false);
        made.setContentPane(content(note, clicked));
        made.applyComponentOrientation(frame.getComponentOrientation());
        made.pack();
        place(made, frame.getGraphicsConfiguration());
        made.setVisible(true);
        card = made;
        end.restart();
        return true;
    }

    Ground content(Note note, Consumer<Note> clicked) {
        Ground ground = new Ground(
                new MigLayout("insets 14 14 14 8, gap 12 2", "[][grow,fill,240:260:320][]", "[]2[]"), "chat", "NESW");
        ground.setBorder(BorderFactory.createEmptyBorder());
        JLabel title = Controls.label(note.title(), "strong");
        JLabel body = Controls.label(note.body(), "");
        JButton x = Controls.icon(new Deed(close, this::hide), "x", 15, "muted");
        ground.add(new JLabel(new AvatarIcon(note.title(), 40, null, "chat")), "spany 2");
        ground.add(title, "wmin 60, wmax 320");
        ground.add(x, "spany 2, aligny top, wrap");
        ground.add(body, "wmin 60, wmax 320");
        ground.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                hide();
                clicked.accept(note);
            }
        });
        return ground;
    }

    private static void place(JWindow card, GraphicsConfiguration screen) {
        Rectangle all = screen.getBounds();
        Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen);
        boolean leading = card.getComponentOrientation().isLeftToRight();
        int x = leading ? all.x + all.width - taken.right - card.getWidth() - EDGE : all.x + taken.left + EDGE;
        card.setLocation(x, all.y + all.height - taken.bottom - card.getHeight() - EDGE);
    }

    private void hide() {
        end.stop();
        if (card != null) {
            card.dispose();
            card = null;
        }
    }
}
