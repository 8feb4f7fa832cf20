package io.heliograph.client.swing.viewer;

import io.heliograph.client.swing.theme.Tokens;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** A picture that the wheel makes larger and dragging moves. Event dispatch thread only. */
final class PictureView extends JComponent implements Accessible {
    private static final long serialVersionUID = 1L;
    private static final double STEP = 1.15;
    private static final double PIXELS_SEEN = 4;

    private transient @Nullable BufferedImage picture;
    private transient ViewPort port = new ViewPort(1, 0, 0);
    private boolean fitting = true;

    PictureView() {
        setFocusable(true);
        setName("picture");
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addMouseWheelListener(mouse);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                if (fitting) {
                    fit();
                }
            }
        });
    }

    /** Null for nothing yet. */
    void show(@Nullable BufferedImage next) {
        picture = next;
        fit();
    }

    @Nullable
    BufferedImage picture() {
        return picture;
    }

    void fit() {
        fitting = true;
        if (picture != null) {
            port = ViewPort.fit(picture.getWidth(), picture.getHeight(), getWidth(), getHeight());
        }
        repaint();
    }

    /** Each pixel as one. */
    void showActualSize() {
        fitting = false;
        if (picture != null) {
            port = ViewPort.centred(1, picture.getWidth(), picture.getHeight(), getWidth(), getHeight());
        }
        repaint();
    }

    /** So many steps larger, or smaller below 0, around the middle. */
    void zoom(int steps) {
        zoom(steps, getWidth() / 2.0, getHeight() / 2.0);
    }

    private void zoom(double steps, double x, double y) {
        fitting = false;
        port = port.zoomed(Math.pow(STEP, steps), x, y);
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setColor(Tokens.colour("viewer"));
        g.fillRect(0, 0, getWidth(), getHeight());
        if (picture != null) {
            g.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION,
                    port.scale() < PIXELS_SEEN
                            ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                            : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            AffineTransform place = AffineTransform.getTranslateInstance(port.left(), port.top());
            place.scale(port.scale(), port.scale());
            g.drawImage(picture, place, null);
        }
        g.dispose();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessiblePicture();
        }
        return accessibleContext;
    }

    private final class AccessiblePicture extends AccessibleJComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.ICON;
        }
    }

    private final class Mouse extends MouseAdapter {
        private @Nullable Point last;

        @Override
        public void mousePressed(MouseEvent event) {
            last = event.getPoint();
            requestFocusInWindow();
            if (event.getClickCount() == 2 && fitting) {
                showActualSize();
            } else if (event.getClickCount() == 2) {
                fit();
            }
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            if (last != null) {
                fitting = false;
                port = port.moved(event.getX() - last.x, event.getY() - last.y);
                last = event.getPoint();
                repaint();
            }
        }

        @Override
        public void mouseWheelMoved(MouseWheelEvent event) {
            zoom(-event.getPreciseWheelRotation(), event.getX(), event.getY());
        }
    }
}
