package io.heliograph.client.swing.theme;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import javax.swing.Icon;

/** The line icons, in a colour of the theme that is on when they are painted. */
public final class Icons {
    private static final String FOLDER = "io/heliograph/client/swing/icons/";

    private Icons() {}

    /** {@code size} in pixels before zoom; {@code use} names the colour. */
    public static Icon of(String name, int size, String use) {
        FlatSVGIcon icon = new FlatSVGIcon(FOLDER + name + ".svg", size, size, Icons.class.getClassLoader());
        icon.setColorFilter(new FlatSVGIcon.ColorFilter(drawn -> Tokens.colour(use)));
        return icon;
    }
}
