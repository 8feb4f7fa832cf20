package io.heliograph.client.swing.theme;

import com.formdev.flatlaf.FlatDarkLaf;

/** The look of high contrast; its values stand in the properties file of the same name. */
public final class ContrastLaf extends FlatDarkLaf {
    @Override
    public String getName() {
        return "Heliograph high contrast";
    }
}
