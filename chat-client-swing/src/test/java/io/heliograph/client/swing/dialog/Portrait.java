package io.heliograph.client.swing.dialog;

import io.heliograph.client.swing.feature.LateSurface;
import io.heliograph.client.swing.words.Words;
import java.awt.Dimension;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.function.Function;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * Something of the desktop that has its picture taken in every look and language.
 *
 * @param name names the pictures
 * @param size null for as large as it wants to be
 * @param contrast in high contrast too
 * @param making makes it anew for a language, on the event thread
 */
public record Portrait(String name, @Nullable Dimension size, boolean contrast, Function<Locale, JComponent> making) {
    public static Portrait of(String name, Function<Locale, JComponent> making) {
        return new Portrait(name, null, false, making);
    }

    public static Portrait of(String name, int width, int height, Function<Locale, JComponent> making) {
        return new Portrait(name, new Dimension(width, height), false, making);
    }

    public Portrait inContrastToo() {
        return new Portrait(name, size, true, making);
    }

    /** Without a window; what takes long happens at once. */
    public static DialogGround ground(Locale locale) {
        return new DialogGround(Words.in(locale), new LateSurface(), Runnable::run, Runnable::run);
    }

    /** Gestures that lead nowhere. */
    public static <T> T nothing(Class<T> type) {
        @Nullable Object none = null;
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> none));
    }
}
