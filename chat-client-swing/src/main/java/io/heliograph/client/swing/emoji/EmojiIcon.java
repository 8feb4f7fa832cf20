package io.heliograph.client.swing.emoji;

import com.formdev.flatlaf.util.UIScale;
import java.awt.AlphaComposite;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/** An emoji where Swing takes icons; {@code size} in pixels before zoom. Event thread only. */
public final class EmojiIcon implements Icon {
    private static final int GAP = 1;

    private final EmojiStock stock;
    private final String picture;
    private final int size;
    private final float alpha;
    private @Nullable Component shownOn;
    private final Runnable again = this::repaint;

    public EmojiIcon(EmojiStock stock, String picture, int size) {
        this(stock, picture, size, 1);
    }

    /** {@code alpha}: 1 for all of it, less for something that is not chosen. */
    EmojiIcon(EmojiStock stock, String picture, int size, float alpha) {
        this.stock = stock;
        this.picture = picture;
        this.size = size;
        this.alpha = alpha;
    }

    public String picture() {
        return picture;
    }

    @Override
    public int getIconWidth() {
        return UIScale.scale(size + 2 * GAP);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(size);
    }

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        shownOn = component;
        Graphics2D g = (Graphics2D) graphics.create();
        if (alpha < 1) {
            g.setComposite(AlphaComposite.SrcOver.derive(alpha));
        }
        stock.paint(g, picture, x + UIScale.scale(GAP), y, UIScale.scale((float) size), again);
        g.dispose();
    }

    private void repaint() {
        if (shownOn != null) {
            shownOn.repaint();
        }
    }
}
