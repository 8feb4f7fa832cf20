package io.heliograph.client.swing.search;

import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.emoji.EmojiPictures;
import io.heliograph.client.swing.emoji.EmojiText;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.words.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** The search beside the messages. */
public final class SearchPortraits {
    private SearchPortraits() {}

    public static List<Portrait> all() {
        long then = RecordedDesk.NOW_MS;
        List<SearchHit> hits = List.of(
                hit("Zo\u00eb M\u00fcller", then, "Please read the threat model before the review at 15:00", 16),
                hit("Alice Nov\u00e1k", then - 90_000_000, "same threat model, but with sealed sender", 5),
                hit(
                        "\u05d3\u05e0\u05d4",
                        then - 990_000_000,
                        "\u05e9\u05dc\u05d5\u05dd threat \u05e2\u05d5\u05dc\u05dd",
                        5));
        return List.of(
                of("search-hits", panel -> panel.showHits(hits, 212)),
                Portrait.of("date", locale -> {
                    DateDialog dialog = new DateDialog(Portrait.ground(locale), typed -> {}, day -> {});
                    RecordedDesk desk = new RecordedDesk(locale);
                    new DatePresenter(dialog, desk.desk(), () -> LocalDate.of(2026, 11, 21), ZoneOffset.UTC)
                            .onTyped("");
                    return dialog.body();
                }),
                Portrait.of("find-bar", 640, 48, SearchPortraits::bar),
                of("search-help", panel -> panel.showRecent(List.of("from:zoe threat", "has:image"))));
    }

    private static SearchHit hit(String from, long timeMs, String text, int start) {
        return new SearchHit(
                Target.room("platform"), 7, from, false, timeMs, text, List.of(new SearchHit.Mark(start, start + 6)));
    }

    private static JComponent bar(Locale locale) {
        Words words = Words.in(locale);
        MessageDeck deck = new MessageDeck(new MessageDeck.Parts(
                new MessageWords(words, ZoneOffset.UTC),
                LocalDate::now,
                new EmojiText(() -> null),
                new EmojiPictures(),
                true));
        FindBar bar = new FindBar(words, deck);
        bar.showCount(words.get("find.count", 2, 17));
        return bar.component();
    }

    private static Portrait of(String name, Consumer<SearchPanel> showing) {
        return Portrait.of(name, 320, 560, locale -> {
            SearchPanel panel = new SearchPanel(Words.in(locale));
            showing.accept(panel);
            return panel.component();
        });
    }
}
