package io.heliograph.client.swing.dialog;

import com.formdev.flatlaf.util.Graphics2DProxy;
import io.heliograph.client.swing.theme.ThemeName;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.AttributedCharacterIterator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.UIManager;

/**
 * Paints, and measures each text as it is drawn against the ground that is there: at 4.5 to 1 or more, at 3 to 1 where
 * it is large (WCAG 2.1, 1.4.3). What is disabled may be fainter. In a dark theme no text stands on a light ground.
 */
final class InkMeter extends Graphics2DProxy {
    private static final double TEXT = 4.5;
    private static final double LARGE_TEXT = 3;
    private static final float LARGE_PX = 24;
    private static final float LARGE_STRONG_PX = 18.6f;
    private static final double LIGHT = 0.6;
    private static final List<String> DISABLED = List.of(
            "Label.disabledForeground", "Button.disabledText", "CheckBox.disabledText", "TextField.inactiveForeground");

    private final Graphics2D inner;
    private final BufferedImage image;
    private final Findings findings;

    /** Where it is told what cannot be read. */
    record Findings(ThemeName theme, List<String> wrong) {}

    InkMeter(Graphics2D inner, BufferedImage image, Findings findings) {
        super(inner);
        this.inner = inner;
        this.image = image;
        this.findings = findings;
    }

    @Override
    public Graphics create() {
        return new InkMeter((Graphics2D) inner.create(), image, findings);
    }

    @Override
    public Graphics create(int x, int y, int width, int height) {
        return new InkMeter((Graphics2D) inner.create(x, y, width, height), image, findings);
    }

    @Override
    public void drawString(String text, int x, int y) {
        measure(text, textBounds(text, x, y));
        super.drawString(text, x, y);
    }

    @Override
    public void drawString(String text, float x, float y) {
        measure(text, textBounds(text, x, y));
        super.drawString(text, x, y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        measure("a styled text", new Rectangle2D.Float(x, y - 10, 20, 10));
        super.drawString(text, x, y);
    }

    @Override
    public void drawChars(char[] data, int offset, int length, int x, int y) {
        String text = new String(data, offset, length);
        measure(text, textBounds(text, x, y));
        super.drawChars(data, offset, length, x, y);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        Rectangle2D bounds = glyphs.getVisualBounds();
        measure(
                glyphs.getNumGlyphs() + " glyphs",
                new Rectangle2D.Double(x + bounds.getX(), y + bounds.getY(), bounds.getWidth(), bounds.getHeight()));
        super.drawGlyphVector(glyphs, x, y);
    }

    private Rectangle2D textBounds(String text, float x, float y) {
        java.awt.FontMetrics metrics = inner.getFontMetrics();
        return new Rectangle2D.Float(x, y - metrics.getAscent() * 0.7f, metrics.stringWidth(text), metrics.getAscent());
    }

    private void measure(String text, Rectangle2D bounds) {
        if (text.isBlank() || bounds.isEmpty() || !(inner.getPaint() instanceof Color ink) || isDisabled(ink)) {
            return;
        }
        Rectangle seen = seen(bounds);
        if (seen.isEmpty()) {
            return;
        }
        Color ground = ground(seen);
        double ratio = contrast(over(ink, ground, strength(ink)), ground);
        if (ratio < (isLarge(inner.getFont()) ? LARGE_TEXT : TEXT)) {
            tell("%.2f to 1, %s on %s: %s", ratio, hex(ink), hex(ground), text);
        }
        if (findings.theme() != ThemeName.LIGHT && luminance(ground) > LIGHT && !isMeant(ground)) {
            tell("a light ground in the dark, %s: %s", hex(ground), text);
        }
    }

    /** In pixels of the picture. */
    private Rectangle seen(Rectangle2D bounds) {
        AffineTransform transform = inner.getTransform();
        Rectangle seen = transform
                .createTransformedShape(bounds)
                .getBounds()
                .intersection(new Rectangle(image.getWidth(), image.getHeight()));
        Rectangle clip = inner.getClipBounds();
        return clip == null
                ? seen
                : seen.intersection(transform.createTransformedShape(clip).getBounds());
    }

    private float strength(Color ink) {
        float own = ink.getAlpha() / 255f;
        return inner.getComposite() instanceof AlphaComposite composite ? own * composite.getAlpha() : own;
    }

    private static boolean isLarge(Font font) {
        return font.getSize2D() >= LARGE_PX || (font.isBold() && font.getSize2D() >= LARGE_STRONG_PX);
    }

    private void tell(String pattern, Object... values) {
        String finding = String.format(Locale.ROOT, pattern, values);
        if (!findings.wrong().contains(finding)) {
            findings.wrong().add(finding);
        }
    }

    /** High contrast has a yellow banner. */
    private boolean isMeant(Color ground) {
        return findings.theme() == ThemeName.CONTRAST && ground.equals(UIManager.getColor("Heliograph.banner"));
    }

    private static boolean isDisabled(Color ink) {
        return DISABLED.stream().anyMatch(key -> ink.equals(UIManager.getColor(key)));
    }

    /** The colour that most of the pixels have. */
    private Color ground(Rectangle seen) {
        Map<Integer, Integer> counts = new HashMap<>();
        int across = Math.max(1, seen.width / 24);
        int down = Math.max(1, seen.height / 6);
        for (int y = seen.y; y < seen.y + seen.height; y += down) {
            for (int x = seen.x; x < seen.x + seen.width; x += across) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        return new Color(counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey());
    }

    private static Color over(Color ink, Color ground, float strength) {
        return new Color(
                Math.round(ink.getRed() * strength + ground.getRed() * (1 - strength)),
                Math.round(ink.getGreen() * strength + ground.getGreen() * (1 - strength)),
                Math.round(ink.getBlue() * strength + ground.getBlue() * (1 - strength)));
    }

    static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%08X", colour.getRGB());
    }
}
