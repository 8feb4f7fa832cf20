package io.heliograph.client.swing.messages;

import com.formdev.flatlaf.FlatLaf;

/** The colours of the list among the defaults of the look and feel. */
public final class MessageTheme {
    private MessageTheme() {}

    /** To be called before the look and feel is set up; the keys begin with {@code MessageList.}. */
    public static void register() {
        FlatLaf.registerCustomDefaultsSource(MessageTheme.class.getPackageName());
    }
}
