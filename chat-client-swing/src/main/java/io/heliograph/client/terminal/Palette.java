package io.heliograph.client.terminal;

import io.heliograph.common.name.Skeleton;
import org.jline.utils.AttributedStyle;

/**
 * Colours of the terminal: a name always has the same one. Nothing is told by colour alone.
 *
 * <p>Indices of the 256-colour table. Thread-safe: immutable.
 */
final class Palette {
    /** Of middling brightness: at least 3:1 on black and on white. */
    private static final int[] ON_ANY = {32, 35, 37, 67, 69, 97, 99, 129, 131, 133, 136, 161, 166, 167, 168, 173};

    private static final int[] ON_DARK = {39, 43, 45, 75, 78, 111, 114, 141, 147, 173, 177, 180, 204, 209, 212, 215};
    private static final int[] ON_LIGHT = {18, 22, 24, 25, 28, 54, 55, 58, 61, 88, 90, 94, 125, 130, 162, 166};
    private static final int RED = 160;
    private static final int GREEN = 35;
    private static final int YELLOW = 136;

    private final int[] names;

    private Palette(int[] names) {
        this.names = names;
    }

    static Palette of(boolean light, boolean dark) {
        int[] chosen = light ? ON_LIGHT : ON_ANY;
        return new Palette(dark ? ON_DARK : chosen);
    }

    AttributedStyle name(String name) {
        int index = Math.floorMod(Skeleton.of(name).hashCode(), names.length);
        return AttributedStyle.DEFAULT.foreground(names[index]).bold();
    }

    AttributedStyle own() {
        return AttributedStyle.DEFAULT.bold();
    }

    AttributedStyle text() {
        return AttributedStyle.DEFAULT;
    }

    AttributedStyle mention() {
        return AttributedStyle.DEFAULT.foreground(YELLOW).bold();
    }

    AttributedStyle quiet() {
        return AttributedStyle.DEFAULT.faint();
    }

    AttributedStyle mistake() {
        return AttributedStyle.DEFAULT.foreground(RED);
    }

    AttributedStyle good() {
        return AttributedStyle.DEFAULT.foreground(GREEN);
    }

    AttributedStyle warning() {
        return AttributedStyle.DEFAULT.foreground(YELLOW);
    }
}
