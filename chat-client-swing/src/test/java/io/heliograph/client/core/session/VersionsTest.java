package io.heliograph.client.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heliograph.client.core.ClientEvent.VersionsShown.Version;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
    private static final InstanceId SHIP = new InstanceId(Bytes.fromHex("0102030405060708"));

    private final List<HistoryEntry> entries = new ArrayList<>();

    private void put(long seq, String from, EntryKind kind, long refSeq, String text, boolean accepted) {
        Bytes body = kind == EntryKind.DELETE ? Bytes.EMPTY : MessageCodec.encode(new Body.Text(text, 0));
        entries.add(new HistoryEntry(
                SHIP, 1, Target.room("lobby"), seq, kind, null, from, false, seq * 1_000, refSeq, body, accepted));
    }

    @Test
    void aMessageIsFollowedByItsEditsInTheOrderOfTheLog() {
        put(1, "ann", EntryKind.MESSAGE, 0, "helo", true);
        put(9, "ann", EntryKind.EDIT, 1, "hello all", true);
        put(5, "ann", EntryKind.EDIT, 1, "hello", true);
        assertEquals(
                List.of(new Version(1_000, "helo"), new Version(5_000, "hello"), new Version(9_000, "hello all")),
                Versions.of(entries, 1));
    }

    @Test
    void whatSomebodyElseOrNobodyBelievedIsNoVersion() {
        put(1, "ann", EntryKind.MESSAGE, 0, "helo", true);
        put(2, "bob", EntryKind.EDIT, 1, "I owe bob", true);
        put(3, "ann", EntryKind.EDIT, 1, "not believed", false);
        assertEquals(List.of(new Version(1_000, "helo")), Versions.of(entries, 1));
    }

    @Test
    void ofEditsWithoutEndTheNewestAreShown() {
        put(1, "ann", EntryKind.MESSAGE, 0, "0", true);
        for (int edit = 1; edit <= 3 * Versions.MAX_VERSIONS; edit++) {
            put(1 + edit, "ann", EntryKind.EDIT, 1, String.valueOf(edit), true);
        }
        List<Version> shown = Versions.of(entries, 1);
        assertEquals(Versions.MAX_VERSIONS, shown.size());
        assertEquals("300", shown.get(Versions.MAX_VERSIONS - 1).text());
        assertEquals("201", shown.get(0).text());
    }

    @Test
    void ofWhatWasDeletedNothingIsShown() {
        put(1, "ann", EntryKind.MESSAGE, 0, "helo", true);
        put(2, "ann", EntryKind.EDIT, 1, "hello", true);
        put(3, "ann", EntryKind.DELETE, 1, "", true);
        assertEquals(List.of(), Versions.of(entries, 1));
        assertEquals(List.of(), Versions.of(entries, 7), "nor of what is not there");
    }
}
