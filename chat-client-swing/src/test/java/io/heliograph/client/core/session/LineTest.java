package io.heliograph.client.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
    private final Line line =
            new Line(entry(1, EntryKind.MESSAGE, "bob", text("helo")), EntryKind.MESSAGE, "ann", null);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void looksTheSameInWhateverOrderItsChangesCome(long seed) {
        List<Entry> changes = new ArrayList<>(List.of(
                entry(2, EntryKind.EDIT, "bob", text("hello")),
                entry(3, EntryKind.REACT, "cid", emoji("+1")),
                entry(4, EntryKind.UNREACT, "cid", emoji("+1")),
                entry(5, EntryKind.REACT, "cid", emoji("+1")),
                entry(6, EntryKind.REACT, "dan", emoji("-1")),
                entry(7, EntryKind.UNREACT, "dan", emoji("-1")),
                entry(8, EntryKind.EDIT, "bob", text("hello ann")),
                entry(8, EntryKind.EDIT, "bob", text("hello ann"))));
        Collections.shuffle(changes, new Random(seed));
        changes.forEach(line::amend);

        ShownEntry shown = line.shown();
        assertEquals("hello ann", shown.text(), "seed " + seed);
        assertEquals(List.of(new ShownEntry.Reaction("+1", List.of("cid"))), shown.reactions(), "seed " + seed);
        assertTrue(shown.edited() && shown.mentionsMe(), "seed " + seed);
    }

    @Test
    void aFileShowsItsCaptionAndNeverItsKey() {
        Bytes blob = Bytes.copyOf(new byte[Body.File.BLOB_BYTES]);
        Bytes key = Bytes.copyOf(new byte[Body.File.KEY_BYTES]);
        Body.File file = new Body.File("a.txt", 3, blob, key, key, Bytes.EMPTY, "for ann");
        Line offer =
                new Line(entry(1, EntryKind.MESSAGE, "bob", MessageCodec.encode(file)), EntryKind.MESSAGE, "ann", null);
        assertEquals(new FileInfo("a.txt", 3, Bytes.EMPTY, blob), offer.shown().file());
        assertEquals("for ann", offer.shown().text());
        assertTrue(offer.shown().mentionsMe());
        assertEquals(file, offer.file());

        assertTrue(offer.amend(entry(2, EntryKind.EDIT, "bob", text("for cid"))));
        assertEquals("for cid", offer.shown().text());
        assertTrue(offer.amend(entry(3, EntryKind.DELETE, "bob", Bytes.EMPTY)));
        assertNull(offer.shown().file());
        assertNull(offer.file());
    }

    @Test
    void nobodyElseEditsALine() {
        assertFalse(line.amend(entry(2, EntryKind.EDIT, "eve", text("I quit"))));
        assertEquals("helo", line.shown().text());
    }

    @Test
    void nothingComesAfterADelete() {
        assertTrue(line.amend(entry(2, EntryKind.DELETE, "mod", Bytes.EMPTY)));
        assertFalse(line.amend(entry(3, EntryKind.EDIT, "bob", text("again"))));
        assertFalse(line.amend(entry(4, EntryKind.REACT, "cid", emoji("+1"))));

        assertTrue(line.shown().deleted());
        assertEquals("", line.shown().text());
        assertFalse(line.countsAsUnread());
    }

    @Test
    void aBodyOfALaterVersionHasNoText() {
        Bytes garbled = Bytes.copyOf(new byte[] {(byte) 0x81, 0x18, 0x63});
        Line later = new Line(entry(1, EntryKind.MESSAGE, "bob", garbled), EntryKind.MESSAGE, "ann", null);
        assertNull(later.shown().text());
        assertTrue(later.countsAsUnread());
    }

    @Test
    void aTombstoneOfAPageIsDeleted() {
        Line gone = new Line(entry(1, EntryKind.MESSAGE, "bob", Bytes.EMPTY), EntryKind.MESSAGE, "ann", null);
        assertTrue(gone.shown().deleted());
    }

    @Test
    void holdsNoMoreReactionsThanARoomMakes() {
        for (int number = 0; number < Line.MAX_REACTIONS + 100; number++) {
            line.amend(entry(2 + number, EntryKind.REACT, "user" + number, emoji("+1")));
        }
        assertEquals(Line.MAX_REACTIONS, line.shown().reactions().get(0).names().size());
    }

    @Test
    void theLogKeepsTheNewestLines() {
        LineLog log = new LineLog();
        for (long seq = 1; seq <= LineLog.MAX_LINES + 10; seq++) {
            log.add(new Line(entry(seq, EntryKind.MESSAGE, "bob", text("x")), EntryKind.MESSAGE, "ann", null));
        }
        assertEquals(LineLog.MAX_LINES, log.all().size());
        assertFalse(log.holds(10));
        assertTrue(log.holds(LineLog.MAX_LINES + 10));
    }

    private static Entry entry(long seq, EntryKind kind, String from, Bytes body) {
        return new Entry(seq, kind, SessionRig.id((int) seq), from, 1, kind == EntryKind.MESSAGE ? 0 : 1, body);
    }

    private static Bytes text(String text) {
        return MessageCodec.encode(new Body.Text(text, 0));
    }

    private static Bytes emoji(String emoji) {
        return MessageCodec.encode(new Body.Reaction(emoji));
    }
}
