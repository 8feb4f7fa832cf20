package io.heliograph.client.swing.emoji;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Emoji that are there at once, read once for each language. Event dispatch thread only. */
public final class SampleEmoji {
    private static final Map<Locale, EmojiStock> STOCKS = new HashMap<>();

    private SampleEmoji() {}

    public static EmojiStock stock(Locale locale) {
        return STOCKS.computeIfAbsent(locale, wanted -> {
            EmojiStock stock = new EmojiStock(wanted, Runnable::run, Runnable::run);
            stock.load();
            return stock;
        });
    }
}
