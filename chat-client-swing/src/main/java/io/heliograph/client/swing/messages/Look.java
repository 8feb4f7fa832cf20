package io.heliograph.client.swing.messages;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.text.FlowStyle;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;

/**
 * Colours, fonts and sizes of the list as the theme has them, at the zoom that is on. Replaced as a whole when one of
 * them changes.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class Look {
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final String ICONS = "io/heliograph/client/swing/icons/";
    private static final float BODY_SIZE = 14;
    private static final float CODE_SIZE = 13;
    private static final float LINE_HEIGHT = 20;
    private static final float EMOJI_SIZE = 19;
    private static final float JUMBO_SIZE = 40;

    private final float zoom = UIScale.scale(1f);
    private final LookAndFeel theme = UIManager.getLookAndFeel();
    private final Font plain;
    private final Font strong;
    private final Map<String, Color> colours = new HashMap<>();
    private final Map<String, FlatSVGIcon> icons = new HashMap<>();
    /** Kept, because a font that is made anew finds its glyphs anew. */
    private final Map<Float, Font> plainFonts = new HashMap<>();

    private final Map<Float, Font> strongFonts = new HashMap<>();
    private final FlowStyle[] flows;
    private final LineEstimate estimate;

    Look() {
        this.plain = Objects.requireNonNull(UIManager.getFont("defaultFont"));
        Font semibold = UIManager.getFont("semibold.font");
        this.strong = semibold == null ? plain.deriveFont(Font.BOLD) : semibold;
        this.flows =
                new FlowStyle[] {flowOf(false, false), flowOf(false, true), flowOf(true, false), flowOf(true, true)};
        this.estimate = new LineEstimate(plain(BODY_SIZE));
    }

    /** A size at this zoom. */
    float px(float size) {
        return size * zoom;
    }

    LineEstimate estimate() {
        return estimate;
    }

    /** False after a change of the theme or of the zoom. */
    boolean isCurrent() {
        return theme == UIManager.getLookAndFeel() && zoom == UIScale.scale(1f);
    }

    /** By its use. */
    Color colour(String use) {
        return colours.computeIfAbsent(use, Tokens::colour);
    }

    /** The colour of somebody; {@code part} is avatar or name. */
    Color person(String name, String part) {
        return colour(part + "." + Tokens.personOf(name));
    }

    Font plain(float size) {
        return plainFonts.computeIfAbsent(size, wanted -> plain.deriveFont(px(wanted)));
    }

    Font strong(float size) {
        return strongFonts.computeIfAbsent(size, wanted -> strong.deriveFont(px(wanted)));
    }

    FlowStyle flow(boolean own, boolean jumbo) {
        return flows[(own ? 2 : 0) + (jumbo ? 1 : 0)];
    }

    float width(String text, Font font) {
        return (float) font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** {@code text} with an ellipsis if it is too wide. */
    String clipped(String text, Font font, float maxWidth) {
        if (width(text, font) <= maxWidth) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (width(text.substring(0, middle) + "…", font) <= maxWidth) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int end = low > 0 && Character.isHighSurrogate(text.charAt(low - 1)) ? low - 1 : low;
        return text.substring(0, end) + "…";
    }

    void paintIcon(Graphics2D graphics, String name, float left, float top, float size, Color colour) {
        int plainSize = Math.round(size); // the icon knows of the zoom by itself
        String key = name + plainSize + "/" + colour.getRGB();
        FlatSVGIcon icon = icons.computeIfAbsent(key, missing -> {
            FlatSVGIcon made = new FlatSVGIcon(ICONS + name + ".svg", plainSize, plainSize);
            made.setColorFilter(new FlatSVGIcon.ColorFilter(any -> colour));
            return made;
        });
        icon.paintIcon(null, graphics, Math.round(left), Math.round(top));
    }

    private FlowStyle flowOf(boolean own, boolean jumbo) {
        Font mono = Objects.requireNonNullElse(UIManager.getFont("monospaced.font"), plain);
        return new FlowStyle(
                plain(BODY_SIZE),
                strong(BODY_SIZE),
                mono.deriveFont(px(CODE_SIZE)),
                px(LINE_HEIGHT),
                px(jumbo ? JUMBO_SIZE : EMOJI_SIZE),
                colour(own ? "onAccent" : "accent"),
                colour(own ? "onAccent" : "accent"),
                colour(own ? "onAccent.faint" : "code"));
    }
}
