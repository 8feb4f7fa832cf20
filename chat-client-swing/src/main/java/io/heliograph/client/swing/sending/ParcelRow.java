package io.heliograph.client.swing.sending;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import io.heliograph.client.swing.words.Words;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** One parcel: its picture or an icon, its name and its size. A single picture is shown large. */
final class ParcelRow extends JPanel {
    static final int HEIGHT = 44;

    private static final long serialVersionUID = 1L;
    private static final int LARGE_WIDTH = 380;
    private static final int LARGE_HEIGHT = 240;
    private static final int ARC = 12;

    ParcelRow(Words words, Parcel parcel, boolean large) {
        super(new MigLayout(
                large ? "insets 0, wrap, gap 0 8, fillx" : "insets 0, gap 12 0, fillx",
                large ? "[grow,fill]" : "[][grow,fill]"));
        setOpaque(false);
        JPanel text = new JPanel(new MigLayout("insets 0, wrap, gap 0 1, fillx", "[grow,fill]"));
        text.setOpaque(false);
        text.add(Controls.label(parcel.name(), "strong"), "wmin 0");
        text.add(Controls.label(SendSheetDialog.detail(words, parcel), "small"), "wmin 0");
        add(new Picture(parcel, large), large ? "" : "w " + HEIGHT + "!, h " + HEIGHT + "!");
        add(text, "wmin 0, aligny center");
    }

    private static final class Picture extends JComponent {
        private static final long serialVersionUID = 1L;

        private final transient Parcel parcel;
        private final boolean large;

        Picture(Parcel parcel, boolean large) {
            this.parcel = parcel;
            this.large = large;
        }

        @Override
        public Dimension getPreferredSize() {
            BufferedImage image = parcel.preview();
            if (!large || image == null) {
                return new Dimension(UIScale.scale(HEIGHT), UIScale.scale(HEIGHT));
            }
            double fit = Math.min(
                    1.0, Math.min((double) LARGE_WIDTH / image.getWidth(), (double) LARGE_HEIGHT / image.getHeight()));
            int height = UIScale.scale((int) Math.max(HEIGHT, image.getHeight() * fit));
            return new Dimension(UIScale.scale(LARGE_WIDTH), height);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = (Graphics2D) graphics.create();
            Painting.smooth(g);
            float arc = UIScale.scale((float) ARC);
            Shape ground = new RoundRectangle2D.Float(0, 0, getWidth(), getHeight(), arc, arc);
            BufferedImage image = parcel.preview();
            g.setColor(Tokens.colour("field"));
            g.fill(ground);
            if (image == null) {
                Icon icon = Icons.of(parcel.folder() ? "folder" : "file", 20, "accent");
                int x = (getWidth() - icon.getIconWidth()) / 2;
                icon.paintIcon(this, g, x, (getHeight() - icon.getIconHeight()) / 2);
            } else {
                paintImage(g, image, arc);
            }
            g.dispose();
        }

        /** A small one is filled, a large one is shown whole. */
        private void paintImage(Graphics2D g, BufferedImage image, float arc) {
            double across = (double) getWidth() / image.getWidth();
            double down = (double) getHeight() / image.getHeight();
            double scale = large ? Math.min(across, down) : Math.max(across, down);
            double width = image.getWidth() * scale;
            double height = image.getHeight() * scale;
            Rectangle2D whole =
                    new Rectangle2D.Double((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
            Rectangle2D seen = whole.createIntersection(new Rectangle2D.Double(0, 0, getWidth(), getHeight()));
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.setPaint(new TexturePaint(image, whole));
            g.fill(new RoundRectangle2D.Double(seen.getX(), seen.getY(), seen.getWidth(), seen.getHeight(), arc, arc));
        }
    }
}
