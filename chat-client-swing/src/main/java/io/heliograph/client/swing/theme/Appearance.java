package io.heliograph.client.swing.theme;

import java.util.List;

/**
 * How everything looks.
 *
 * @param zoomPercent one of {@link #ZOOMS}
 */
public record Appearance(ThemeName theme, Accent accent, int zoomPercent) {
    public static final List<Integer> ZOOMS = List.of(75, 85, 100, 115, 130, 150, 175, 200);
    public static final Appearance DEFAULT = new Appearance(ThemeName.SYSTEM, Accent.BLUE, 100);

    public Appearance {
        zoomPercent = nearest(zoomPercent);
    }

    public Appearance withTheme(ThemeName other) {
        return new Appearance(other, accent, zoomPercent);
    }

    public Appearance withAccent(Accent other) {
        return new Appearance(theme, other, zoomPercent);
    }

    /** The nearest of {@link #ZOOMS}. */
    public Appearance withZoom(int percent) {
        return new Appearance(theme, accent, percent);
    }

    /** So many steps larger, or smaller below 0; as far as it goes. */
    public Appearance zoomedBy(int steps) {
        int index = Math.max(0, Math.min(ZOOMS.size() - 1, ZOOMS.indexOf(zoomPercent) + steps));
        return new Appearance(theme, accent, ZOOMS.get(index));
    }

    public Appearance unzoomed() {
        return new Appearance(theme, accent, 100);
    }

    private static int nearest(int percent) {
        int best = ZOOMS.get(0);
        for (int zoom : ZOOMS) {
            best = Math.abs(zoom - percent) < Math.abs(best - percent) ? zoom : best;
        }
        return best;
    }
}
