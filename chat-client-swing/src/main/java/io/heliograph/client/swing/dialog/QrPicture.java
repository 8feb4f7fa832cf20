package io.heliograph.client.swing.dialog;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** A QR code, dark on light in every theme: not every camera reads it the other way round. */
public final class QrPicture extends JComponent {
    private static final long serialVersionUID = 1L;
    /** ISO 18004: four squares of nothing around it. */
    private static final int QUIET_SQUARES = 4;

    private static final int ARC = 14;

    private final int side;
    private transient @Nullable QrCode code;

    /** {@code side} in pixels before zoom; {@code spoken} says what it holds. */
    public QrPicture(int side, String spoken) {
        this.side = side;
        Controls.named(this, spoken);
        setPreferredSize(new Dimension(UIScale.scale(side), UIScale.scale(side)));
        setMinimumSize(getPreferredSize());
    }

    public void show(@Nullable QrCode other) {
        code = other;
        repaint();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessiblePicture();
        }
        return accessibleContext;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        int length = Math.min(UIScale.scale(side), Math.min(getWidth(), getHeight()));
        int left = (getWidth() - length) / 2;
        int top = (getHeight() - length) / 2;
        g.setColor(Tokens.colour("qr.light"));
        g.fillRoundRect(left, top, length, length, UIScale.scale(ARC), UIScale.scale(ARC));
        QrCode shown = code;
        if (shown != null) {
            g.setColor(Tokens.colour("qr.dark"));
            // Whole device pixels, else lines of the ground shine through between the squares.
            double scale = g.getTransform().getScaleX();
            int square = Math.max(1, (int) (length * scale / (shown.size() + 2 * QUIET_SQUARES)));
            int inset = (int) ((length * scale - (double) square * shown.size()) / 2);
            g.translate(left, top);
            g.scale(1 / scale, 1 / scale);
            for (int y = 0; y < shown.size(); y++) {
                for (int x = 0; x < shown.size(); x++) {
                    if (shown.isDark(x, y)) {
                        g.fillRect(inset + x * square, inset + y * square, square, square);
                    }
                }
            }
        }
        g.dispose();
    }

    private final class AccessiblePicture extends AccessibleJComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.ICON;
        }
    }
}
