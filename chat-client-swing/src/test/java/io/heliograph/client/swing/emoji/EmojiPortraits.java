package io.heliograph.client.swing.emoji;

import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.settings.FixedSettings;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.swing.JComponent;

/** The picker. */
public final class EmojiPortraits {
    private EmojiPortraits() {}

    public static List<Portrait> all() {
        return List.of(
                Portrait.of("emoji", EmojiPanel.WIDTH + 16, EmojiPanel.HEIGHT + 16, locale -> picker(locale, "")),
                Portrait.of(
                        "emoji-found",
                        EmojiPanel.WIDTH + 16,
                        EmojiPanel.HEIGHT + 16,
                        locale -> picker(locale, locale.equals(Locale.GERMAN) ? "feuer" : "f")));
    }

    private static JComponent picker(Locale locale, String query) {
        EmojiStock stock = SampleEmoji.stock(locale);
        EmojiTable table = Objects.requireNonNull(stock.table());
        EmojiShelves shelves = new EmojiShelves(table, new EmojiHabits(new FixedSettings()));
        EmojiPanel panel = new EmojiPanel(
                Words.in(locale), stock, table, shelves.offered(""), Portrait.nothing(EmojiPanel.Gestures.class));
        panel.search().setText(query);
        panel.showRows(new EmojiRows(shelves.offered(query)), !query.isEmpty());
        panel.showTone(0);
        return panel.component();
    }
}
