package io.heliograph.client.swing.theme;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Font;
import javax.swing.UIManager;

/**
 * Colours and fonts by their use, as the theme that is on has them. To be asked at each painting: a theme may change
 * between two.
 */
public final class Tokens {
    /** How many colours there are for people; the theme files number them from 0. */
    public static final int PERSON_COLOURS = 7;

    private static final String PREFIX = "Heliograph.";

    private Tokens() {}

    /** {@code use} as the theme files name it, without its prefix. */
    public static Color colour(String use) {
        Color colour = UIManager.getColor(PREFIX + use);
        if (colour == null) {
            throw new IllegalArgumentException("no theme has a colour for " + use);
        }
        return colour;
    }

    /** {@code accent} as it looks in the theme that is on. */
    public static Color accent(Accent accent) {
        return Color.decode(accent.value(FlatLaf.isLafDark()));
    }

    /** {@code size} in pixels before zoom. */
    public static Font plain(float size) {
        return UIManager.getFont("defaultFont").deriveFont(UIScale.scale(size));
    }

    /** {@code size} in pixels before zoom. */
    public static Font semibold(float size) {
        return UIManager.getFont("semibold.font").deriveFont(UIScale.scale(size));
    }

    /** The colour number of somebody; the same for each who looks. */
    public static int personOf(String name) {
        return Math.floorMod(name.hashCode(), PERSON_COLOURS);
    }
}
