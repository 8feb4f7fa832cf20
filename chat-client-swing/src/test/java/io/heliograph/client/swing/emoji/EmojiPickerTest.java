package io.heliograph.client.swing.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.swing.emoji.EmojiShelf.Offer;
import io.heliograph.client.swing.settings.DesktopSettings;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.theme.Snapshots;
import io.heliograph.client.swing.words.Words;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.accessibility.AccessibleContext;
import javax.swing.JComponent;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiPickerTest {
    private static final EmojiTable TABLE = new EmojiTable(Locale.ENGLISH);
    private static final String THUMBS_UP = "\uD83D\uDC4D";

    private final Kept settings = new Kept();
    private final EmojiHabits habits = new EmojiHabits(settings);
    private final EmojiShelves shelves = new EmojiShelves(TABLE, habits);

    @ParameterizedTest
    @CsvSource({"+1, 👍", "thumbs up, 👍", "tada, 🎉", "czech, 🇨🇿", ":heart:, ❤️", "fire truck, 🚒"})
    void findsByWhatPeopleCallIt(String query, String emoji) {
        assertEquals(emoji, new EmojiSearch(TABLE).find(query, 5).get(0).sequence());
    }

    @ParameterizedTest
    @CsvSource({
        "de, Feuerwehrauto, 🚒, Feuerwehrauto",
        "de, wut, 👿, wütendes Gesicht mit Hörnern",
        "de, tada, 🎉, Konfettibombe",
        "fr, cœur rouge, ❤️, cœur rouge",
        "fr, ecole, 🏫, école",
        "fr, fire truck, 🚒, camion de pompier",
        "ar, fire truck, 🚒, fire engine"
    })
    void findsByWhatItIsCalledInOneOfTheLanguages(String language, String query, String emoji, String name) {
        Emoji found = new EmojiSearch(new EmojiTable(Locale.forLanguageTag(language)))
                .find(query, 5)
                .get(0);
        assertEquals(emoji + " " + name, found.sequence() + " " + found.label());
    }

    @Test
    void whatNobodyCallsAnythingIsNotFound() {
        assertEquals(List.of(), new EmojiSearch(TABLE).find("qqqq", 5));
        assertEquals("emoji.nothing", shelves.offered("qqqq").get(0).title());
    }

    @Test
    void everyEmojiIsOfferedOnceInItsGroup() {
        List<EmojiShelf> offered = shelves.offered("");
        List<String> all = new ArrayList<>();
        offered.subList(1, offered.size()).forEach(shelf -> shelf.offers().forEach(offer -> all.add(offer.sequence())));
        assertTrue(all.size() > 1_700, "only " + all.size());
        assertEquals(all.stream().distinct().count(), all.size());
    }

    @Test
    void theToneIsRememberedAndUsedWhereThereAreTones() {
        habits.setTone(3);
        List<Offer> found = shelves.offered("+1").get(0).offers();
        assertEquals(THUMBS_UP + "\uD83C\uDFFD", found.get(0).sequence());
        assertEquals("1f44d-1f3fd", found.get(0).picture());
        assertEquals(
                "\uD83D\uDD25", shelves.offered("fire").get(0).offers().get(0).sequence());
        // Two people: both in the tone.
        Offer couple = shelves.offered("people_holding_hands").get(0).offers().get(0);
        assertEquals(2, couple.sequence().split("\uD83C\uDFFD", -1).length - 1, couple.sequence());
    }

    @Test
    void whatWasTakenComesFirst() {
        habits.take("\uD83D\uDE92");
        habits.take(THUMBS_UP);
        habits.take("\uD83D\uDE92");
        List<Offer> recent = shelves.offered("").get(0).offers();
        assertEquals("\uD83D\uDE92", recent.get(0).sequence());
        assertEquals(THUMBS_UP, recent.get(1).sequence());
        assertEquals(
                1,
                recent.stream()
                        .filter(offer -> offer.sequence().equals(THUMBS_UP))
                        .count());
        for (Emoji emoji : TABLE.all().subList(0, 40)) {
            habits.take(emoji.sequence());
        }
        assertEquals(EmojiHabits.MAX_RECENT, habits.recent().size());
    }

    @Test
    void arrowsWalkOverTitlesAndShortLines() {
        EmojiRows rows = new EmojiRows(List.of(shelf("a", 11), shelf("b", 3)));
        assertEquals(14, rows.count());
        assertEquals(10, rows.below(1, 1));
        assertEquals(10, rows.below(8, 1));
        assertEquals(12, rows.below(10, 1));
        assertEquals(13, rows.below(13, 5));
        assertEquals(0, rows.below(-1, 1));
        assertEquals(0, rows.beside(0, -1));
        assertEquals(-1, new EmojiRows(List.of(shelf("a", 0))).below(-1, 1));
        int third = EmojiRows.TITLE + 5;
        assertEquals(2, rows.indexAt(2 * EmojiRows.CELL + 1, third));
        assertEquals(-1, rows.indexAt(2 * EmojiRows.CELL + 1, 3));
        assertEquals(-1, rows.indexAt(3 * EmojiRows.CELL, third + EmojiRows.CELL));
        assertEquals(1, rows.shelfAt(rows.topOf(1)));
        assertEquals(rows.height(), Objects.requireNonNull(rows.rowOf(13)).bottom());
    }

    @Test
    void isPaintedInBothThemesAndSpoken() {
        EmojiStock stock = new EmojiStock(Locale.ENGLISH, Runnable::run, Runnable::run);
        for (String name : List.of("light", "dark")) {
            BufferedImage image = Snapshots.onEventThread(() -> {
                Snapshots.theme(name.equals("dark"));
                stock.load();
                EmojiPanel panel = panel(stock);
                JComponent card = panel.component();
                card.setSize(EmojiPanel.WIDTH + 16, EmojiPanel.HEIGHT + 16);
                Snapshots.shoot(card, "chat", 2, "emoji-" + name); // draws what the next one paints
                return Snapshots.shoot(card, "chat", 2, "emoji-" + name);
            });
            assertEquals(2 * (EmojiPanel.WIDTH + 16), image.getWidth());
        }
    }

    @Test
    void aSearchSelectsTheFirstAndSpeaksNames() {
        Snapshots.onEventThread(() -> {
            Snapshots.theme(false);
            EmojiGrid grid = new EmojiGrid(
                    new EmojiStock(Locale.ENGLISH, Runnable::run, Runnable::run), Words.in(Locale.ENGLISH));
            grid.setRows(new EmojiRows(shelves.offered("+1")), 0);
            List<String> taken = new ArrayList<>();
            grid.onChosen((offer, stay) -> taken.add(offer.sequence()));
            grid.choose(false);
            assertEquals(List.of(THUMBS_UP), taken);
            AccessibleContext spoken = grid.getAccessibleContext();
            assertEquals(grid.rows().count(), spoken.getAccessibleChildrenCount());
            assertEquals(
                    "thumbs up",
                    spoken.getAccessibleChild(0).getAccessibleContext().getAccessibleName());
            return true;
        });
    }

    private EmojiPanel panel(EmojiStock stock) {
        EmojiPanel panel = new EmojiPanel(
                Words.in(Locale.ENGLISH),
                stock,
                assertNotNullTable(stock),
                shelves.offered(""),
                new EmojiPanel.Gestures() {
                    @Override
                    public void onQuery(String query) {}

                    @Override
                    public void onTone(int tone) {}

                    @Override
                    public void onChosen(Offer offer, boolean stay) {}
                });
        EmojiRows rows = new EmojiRows(shelves.offered(""));
        panel.showRows(rows, false);
        panel.showTone(0);
        JTextField search = panel.search();
        assertEquals("Search emoji", search.getAccessibleContext().getAccessibleName());
        return panel;
    }

    private static EmojiTable assertNotNullTable(EmojiStock stock) {
        EmojiTable table = stock.table();
        assertNotNull(table);
        return table;
    }

    private static EmojiShelf shelf(String title, int count) {
        return new EmojiShelf(
                title,
                "",
                TABLE.all().subList(0, count).stream()
                        .map(emoji -> new Offer(emoji.sequence(), emoji.picture(), emoji.label(), ""))
                        .toList());
    }

    /** Settings of one run. */
    private static final class Kept implements Settings {
        private DesktopSettings settings = DesktopSettings.DEFAULT;

        @Override
        public DesktopSettings get() {
            return settings;
        }

        @Override
        public void change(UnaryOperator<DesktopSettings> change) {
            settings = change.apply(settings);
        }
    }
}
