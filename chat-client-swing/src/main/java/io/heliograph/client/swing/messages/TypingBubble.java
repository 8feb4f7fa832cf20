package io.heliograph.client.swing.messages;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import javax.swing.Timer;

/**
 * Three dots in a bubble below the messages while somebody types. The dots stand still where motion is to be reduced.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class TypingBubble extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int FRAME_MS = 50;
    private static final double TURN_MS = 1_200;
    private static final double BETWEEN_DOTS = 0.9;
    private static final int GUTTER = 56;
    private static final int EDGE = 16;
    private static final int AVATAR = 32;
    private static final int WIDTH = 58;
    private static final int HEIGHT = 36;
    private static final int BELOW = 12;
    private static final float DOT = 6.5f;
    private static final float STEP = 11;
    private static final float RISE = 2.5f;

    private final transient MessageWords words;
    private final Timer timer = new Timer(FRAME_MS, event -> repaint());
    private final boolean calm;
    private List<String> names = List.of();

    /** {@code calm}: motion is to be reduced. */
    TypingBubble(MessageWords words, boolean calm) {
        this.words = words;
        this.calm = calm;
        setName("typing");
        setVisible(false);
    }

    /** Nobody for an empty list. */
    void show(List<String> who) {
        if (who.equals(names)) {
            return;
        }
        names = List.copyOf(who);
        setVisible(!names.isEmpty());
        if (names.isEmpty()) {
            timer.stop();
        } else {
            getAccessibleContext().setAccessibleName(words.text("typing", names.size(), names.get(0)));
            setToolTipText(words.text("typing", names.size(), names.get(0)));
            if (!calm) {
                timer.start();
            }
        }
        repaint();
    }

    @Override
    public void removeNotify() {
        timer.stop();
        super.removeNotify();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(1, UIScale.scale(HEIGHT + BELOW));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (names.isEmpty()) {
            return;
        }
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        g.setColor(Tokens.colour("chat"));
        g.fillRect(0, 0, getWidth(), getHeight());
        boolean leftToRight = getComponentOrientation().isLeftToRight();
        int avatar = UIScale.scale(AVATAR);
        int edge = UIScale.scale(EDGE);
        int height = UIScale.scale(HEIGHT);
        AvatarIcon icon = new AvatarIcon(names.get(0), AVATAR, null, "chat");
        icon.paintIcon(this, g, leftToRight ? edge : getWidth() - edge - avatar, height - avatar);
        int width = UIScale.scale(WIDTH);
        int left = leftToRight ? UIScale.scale(GUTTER) : getWidth() - UIScale.scale(GUTTER) - width;
        g.setColor(Tokens.colour("incoming"));
        g.fill(Shapes.pill(left, 0, width, height));
        dots(g, left, width, height);
        g.dispose();
    }

    private void dots(Graphics2D g, int left, int width, int height) {
        double turn = calm ? 0 : System.currentTimeMillis() % (long) TURN_MS / TURN_MS * 2 * Math.PI;
        float dot = UIScale.scale(DOT);
        float step = UIScale.scale(STEP);
        g.setColor(Tokens.colour("muted"));
        for (int index = 0; index < 3; index++) {
            double rise = calm ? 0 : Math.max(0, Math.sin(turn - index * BETWEEN_DOTS)) * UIScale.scale(RISE);
            double x = left + width / 2.0 + (index - 1) * step - dot / 2;
            g.fill(new Ellipse2D.Double(x, (height - dot) / 2.0 - rise, dot, dot));
        }
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleTyping();
        }
        return accessibleContext;
    }

    /** A line that says itself. */
    private final class AccessibleTyping extends AccessibleJComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.LABEL;
        }
    }
}
