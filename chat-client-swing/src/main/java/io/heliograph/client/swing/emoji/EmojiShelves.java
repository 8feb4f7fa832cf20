package io.heliograph.client.swing.emoji;

import io.heliograph.client.swing.emoji.EmojiShelf.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the picker offers: all by groups behind what was used last, or what a search finds. Event thread only. */
final class EmojiShelves {
    private static final int MAX_FOUND = 180;
    private static final List<Group> GROUPS = List.of(
            new Group(0, "\uD83D\uDE00"),
            new Group(1, "\uD83D\uDC4B"),
            new Group(3, "\uD83D\uDC3B"),
            new Group(4, "\uD83C\uDF54"),
            new Group(5, "\u2708\uFE0F"),
            new Group(6, "\u26BD"),
            new Group(7, "\uD83D\uDCA1"),
            new Group(8, "\u2764\uFE0F"),
            new Group(9, "\uD83C\uDFC1"));

    private final EmojiTable table;
    private final EmojiSearch search;
    private final EmojiHabits habits;
    private final Map<String, Emoji> bySequence = new HashMap<>();

    private record Group(int number, String icon) {}

    EmojiShelves(EmojiTable table, EmojiHabits habits) {
        this.table = table;
        this.search = new EmojiSearch(table);
        this.habits = habits;
        for (Emoji emoji : table.all()) {
            bySequence.put(emoji.sequence(), emoji);
            emoji.skins().forEach(skin -> bySequence.put(skin, emoji));
        }
    }

    List<EmojiShelf> offered(String query) {
        int tone = habits.tone();
        if (!query.isBlank()) {
            List<Offer> found = search.find(query, MAX_FOUND).stream()
                    .map(one -> offer(one, tone))
                    .toList();
            return List.of(new EmojiShelf(found.isEmpty() ? "emoji.nothing" : "emoji.found", "", found));
        }
        List<EmojiShelf> shelves = new ArrayList<>();
        List<Offer> recent = new ArrayList<>();
        for (String sequence : habits.recent()) {
            Emoji known = bySequence.get(sequence);
            if (known != null) {
                recent.add(offer(known, sequence));
            }
        }
        shelves.add(new EmojiShelf("emoji.recent", "", recent));
        for (Group group : GROUPS) {
            List<Offer> offers = table.all().stream()
                    .filter(emoji -> emoji.group() == group.number())
                    .map(emoji -> offer(emoji, tone))
                    .toList();
            shelves.add(new EmojiShelf("emoji.group." + group.number(), group.icon(), offers));
        }
        return shelves;
    }

    private Offer offer(Emoji emoji, int tone) {
        return offer(emoji, tone == 0 ? emoji.sequence() : emoji.inTone(tone));
    }

    private Offer offer(Emoji emoji, String sequence) {
        String picture = table.picture(sequence);
        String code = emoji.shortcodes().isEmpty() ? "" : emoji.shortcodes().get(0);
        return new Offer(sequence, picture == null ? emoji.picture() : picture, emoji.label(), code);
    }
}
