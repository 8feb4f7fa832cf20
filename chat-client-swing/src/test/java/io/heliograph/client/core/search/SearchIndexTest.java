package io.heliograph.client.core.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.client.core.store.MemoryHistory;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.util.Bytes;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
    private static final InstanceId SHIP = new InstanceId(Bytes.fromHex("0102030405060708"));
    private static final Target LOBBY = Target.room("lobby");
    private static final Target BOB = Target.user("bob");

    private final MemoryHistory history = new MemoryHistory();
    private final SearchIndex index = new SearchIndex(history, ZoneOffset.UTC);

    /** The numbers of the lobby's messages that are found, newest first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            house                          | 6 4 1
            red house                      | 4 1
            RED   House                    | 4 1
            "red house"                    | 1
            "house red"                    |
            red OR blue                    | 6 4 1
            blue OR red house              | 6 4 1
            house -red                     | 6
            house NOT red                  | 6
            -house -from:ann               | 8 5 3
            house -"red house"             | 6 4
            cafe                           | 3
            CAFÉ                           | 3
            straße                         | 5
            STRASSE                        | 5
            from:ann                       | 7 2 1
            from:ANN house                 | 1
            from:me                        | 7 2 1
            -from:me house                 | 6 4
            from:bob has:link              | 3
            has:link                       | 3
            has:file                       | 8 7
            has:image                      | 8
            has:file OR has:link           | 8 7 3
            has:image holiday              | 8
            before:2026-01-03              | 2 1
            after:2026-01-07               | 8 7
            after:2026-01-02 before:2026-01-04 | 3 2
            in:#lobby house                | 6 4 1
            in:lobby house                 | 6 4 1
            in:#LOBBY red                  | 4 1
            in:#dev                        |
            or                             | 7 5 3
            "OR"                           | 7 5 3
            a:b                            |
            http://example.org:80          | 3
            "from:x"                       |
            """)
    void findsWhatTheTableSays(String query, String seqs) {
        lobby();
        assertEquals(seqs == null ? List.of() : List.of(seqs.split(" ", -1)), found(query));
    }

    private void lobby() {
        say(1, "ann", "the red house");
        say(2, "ann", "hello");
        say(3, "bob", "the cafe\u0301: http://example.org:80/x");
        say(4, "bob", "a house that is red");
        say(5, "bob", "Hauptstraße or so");
        say(6, "bob", "blue house");
        put(7, "ann", EntryKind.MESSAGE, 0, file("notes.pdf", Bytes.EMPTY, "for you"));
        put(8, "bob", EntryKind.MESSAGE, 0, file("holiday.JPG", Bytes.EMPTY, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "OR",
                "OR red",
                "red OR",
                "red OR OR blue",
                "NOT",
                "red NOT",
                "\"red",
                "\"\"",
                "from:",
                "in:",
                "in:#",
                "has:",
                "has:car",
                "before:",
                "before:soon",
                "after:2026-02-30",
                "-\"\"",
                "from:\"x"
            })
    void saysInOneLineWhatIsWrong(String query) {
        SearchIndex.Found found = index.search(query, 10);
        assertTrue(!found.whyNot().isEmpty() && !found.whyNot().contains("\n"), found.whyNot());
        assertEquals(0, found.total());
    }

    @Test
    void refusesWhatIsTooLong() {
        assertTrue(
                index.search("x".repeat(QueryParser.MAX_CHARS + 1), 10).whyNot().contains("at most"));
        assertTrue(index.search("x ".repeat(QueryParser.MAX_TERMS + 1), 10)
                .whyNot()
                .contains("at most"));
    }

    @Test
    void looksAtTheTextAsItStandsNow() {
        say(1, "bob", "the old text");
        assertEquals(List.of("1"), found("old"));
        put(2, "bob", EntryKind.EDIT, 1, text("the new text"));
        put(3, "eve", EntryKind.EDIT, 1, text("forged"));
        assertEquals(List.of(), found("old"));
        assertEquals(List.of(), found("forged"));
        assertEquals(List.of("1"), found("new"));
        put(4, "bob", EntryKind.DELETE, 1, Bytes.EMPTY);
        put(5, "bob", EntryKind.EDIT, 1, text("again"));
        assertEquals(List.of(), found("text"));
        assertEquals(List.of(), found("again"));
    }

    @Test
    void takesEditsThatComeBeforeWhatTheyChangeAndInAnyOrder() {
        put(9, "bob", EntryKind.EDIT, 1, text("third"));
        put(5, "bob", EntryKind.EDIT, 1, text("second"));
        say(1, "bob", "first");
        assertEquals(List.of("1"), found("third"));
        assertEquals(List.of(), found("first OR second"));
    }

    @Test
    void aMessageWithoutABodyIsGoneWithItsEdits() {
        say(1, "bob", "old");
        put(2, "bob", EntryKind.EDIT, 1, text("new"));
        assertEquals(List.of("1"), found("new"));
        put(1, "bob", EntryKind.MESSAGE, 0, Bytes.EMPTY);
        assertEquals(List.of(), found("old OR new"));
    }

    @Test
    void neverFindsWhatWasNotAccepted() {
        history.add(new HistoryEntry(
                SHIP, 3, LOBBY, 1, EntryKind.MESSAGE, null, "bob", false, 9, 0, text("forged"), false));
        assertEquals(List.of(), found("forged"));
        say(1, "bob", "believed");
        assertEquals(List.of("1"), found("believed"));
        assertEquals(1, index.search("believed", 10).total());
    }

    @Test
    void marksTheWordsInTheTextAsItWasWritten() {
        say(1, "bob", "Zur Straße, CAFE\u0301 \uD83D\uDE80 cafés");
        SearchHit hit = index.search("cafe OR strasse", 10).hits().get(0);
        List<String> marked = hit.marks().stream()
                .map(mark -> hit.text().substring(mark.start(), mark.end()))
                .toList();
        assertEquals(List.of("Straße", "CAFE\u0301", "café"), marked);
    }

    @Test
    void tellsHowManyThereAreAndShowsTheNewest() {
        for (int seq = 1; seq <= 20; seq++) {
            say(seq, "bob", "line");
        }
        SearchIndex.Found found = index.search("line", 3);
        assertEquals(20, found.total());
        assertEquals(
                List.of(20L, 19L, 18L),
                found.hits().stream().map(SearchHit::seq).toList());
    }

    @Test
    void knowsTheNewestConversationOfAName() {
        InstanceId other = new InstanceId(Bytes.fromHex("1112131415161718"));
        say(1, "bob", "before");
        history.add(
                new HistoryEntry(other, 4, LOBBY, 1, EntryKind.MESSAGE, null, "bob", false, 9, 0, text("after"), true));
        index.catchUp();
        SearchIndex.Place place = index.placeOf(Target.room("LOBBY"), 1);
        assertEquals(other, place == null ? null : place.instance());
        assertNull(index.placeOf(LOBBY, 2));
        assertNull(index.placeOf(BOB, 1));
    }

    /** Random queries over random texts, against the simplest thing that can be right. */
    @Test
    void findsWhatANaiveMatcherFinds() {
        String[] words = {"red", "Blue", "hou", "house", "é", "a b", "e"};
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            MemoryHistory model = new MemoryHistory();
            SearchIndex searched = new SearchIndex(model, ZoneOffset.UTC);
            List<String> texts = new ArrayList<>();
            for (int seq = 1; seq <= 30; seq++) {
                StringBuilder text = new StringBuilder("x");
                for (int word = 0; word < 3; word++) {
                    text.append(random.nextBoolean() ? " " : "").append(words[random.nextInt(words.length)]);
                }
                texts.add(text.toString());
                model.add(entry(seq, "bob", EntryKind.MESSAGE, 0, text(text.toString())));
            }
            for (int probe = 0; probe < 20; probe++) {
                StringBuilder query = new StringBuilder();
                Predicate<String> all = text -> true;
                for (int clause = 0; clause <= random.nextInt(3); clause++) {
                    Predicate<String> any = text -> false;
                    for (int term = 0; term <= random.nextInt(2); term++) {
                        String word = words[random.nextInt(words.length)];
                        boolean not = random.nextInt(4) == 0;
                        query.append(term > 0 ? " OR " : " ")
                                .append(not ? "-" : "")
                                .append('"')
                                .append(word)
                                .append('"');
                        any = any.or(text -> plain(text).contains(plain(word)) != not);
                    }
                    all = all.and(any);
                }
                List<Long> expected = new ArrayList<>();
                for (int seq = texts.size(); seq >= 1; seq--) {
                    if (all.test(texts.get(seq - 1))) {
                        expected.add((long) seq);
                    }
                }
                SearchIndex.Found found = searched.search(query.toString(), 100);
                assertEquals(expected, found.hits().stream().map(SearchHit::seq).toList(), "seed " + seed + query);
            }
        }
    }

    private static String plain(String text) {
        return text.toLowerCase(java.util.Locale.ROOT).replace('é', 'e');
    }

    /** Whatever the letters: each folded character comes from one place, in order. */
    @Test
    void everyFoldedTextLeadsBackToItsOriginal() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder made = new StringBuilder();
            for (int count = 0; count < 50; count++) {
                int codePoint = random.nextInt(random.nextBoolean() ? 0x300 : 0x1FFFF);
                boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
                made.appendCodePoint(surrogate ? 'x' : codePoint);
            }
            String text = made.toString();
            Folding folding = new Folding();
            String folded = folding.fold(text);
            int[] origins = folding.origins(text);
            assertEquals(folded.length() + 1, origins.length, "seed " + seed);
            for (int at = 1; at < origins.length; at++) {
                assertTrue(origins[at - 1] <= origins[at], "seed " + seed);
            }
            assertEquals(text.length(), origins[folded.length()]);
        }
    }

    private List<String> found(String query) {
        SearchIndex.Found found = index.search(query, 100);
        assertEquals("", found.whyNot());
        return found.hits().stream().map(hit -> Long.toString(hit.seq())).toList();
    }

    private void say(long seq, String from, String text) {
        put(seq, from, EntryKind.MESSAGE, 0, text(text));
    }

    private void put(long seq, String from, EntryKind kind, long refSeq, Bytes body) {
        history.add(entry(seq, from, kind, refSeq, body));
    }

    /** Said on the day of January 2026 that {@code seq} names; ann is the reader. */
    private static HistoryEntry entry(long seq, String from, EntryKind kind, long refSeq, Bytes body) {
        long timeMs = LocalDateTime.of(2026, 1, 1, 12, 0)
                .plusDays(seq - 1)
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
        boolean own = from.equals("ann");
        return new HistoryEntry(SHIP, 3, LOBBY, seq, kind, null, from, own, timeMs, refSeq, body, true);
    }

    private static Bytes text(String text) {
        return MessageCodec.encode(new Body.Text(text, 0));
    }

    private static Bytes file(String name, Bytes thumbnail, String caption) {
        Bytes key = Bytes.copyOf(new byte[Body.File.KEY_BYTES]);
        Bytes blob = Bytes.copyOf(new byte[Body.File.BLOB_BYTES]);
        return MessageCodec.encode(new Body.File(name, 5, blob, key, key, thumbnail, caption));
    }
}
