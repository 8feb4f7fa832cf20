package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryListTest {
    private static final MessageId MINE = Shown.id(1_000);

    private final EntryList list = new EntryList();

    private List<String> texts() {
        return list.messages().stream().map(ShownEntry::text).toList();
    }

    private static ShownEntry waiting(MessageId id, String text) {
        return Shown.message(0, id, "ann", true, text);
    }

    private static ShownEntry said(long seq, String text) {
        return Shown.message(seq, "ben", false, text);
    }

    @Test
    void countsMessagesFromTheNewestWhateverTheOrderTheyCameIn() {
        list.add(said(5, "five"));
        list.add(said(3, "three"));
        list.addPage(List.of(said(2, "two"), said(4, "four")));
        list.add(Shown.notice(6, EntryKind.JOINED, "cid", "cid", ""));
        assertEquals(List.of("five", "four", "three", "two"), texts());
        assertEquals(6, list.lastSeq());
    }

    @Test
    void whatIsOnItsWayIsNewestUntilItHasItsPlace() {
        list.add(waiting(MINE, "mine"));
        list.add(waiting(Shown.id(1_001), "mine too"));
        list.add(said(3, "three"));
        assertEquals(List.of("mine too", "mine", "three"), texts());
        list.place(MINE, 2, 77);
        assertEquals(List.of("mine too", "three", "mine"), texts());
        assertEquals(77, list.messages().get(2).timeMs());
        list.remove(Shown.id(1_001));
        assertEquals(List.of("three", "mine"), texts());
    }

    @Test
    void anOwnMessageThatAPageBringsIsOnItsWayNoMore() {
        list.add(waiting(MINE, "mine"));
        list.addPage(List.of(Shown.message(2, MINE, "ann", true, "mine")));
        assertEquals(List.of("mine"), texts());
        list.place(MINE, 2, 0);
        assertEquals(List.of("mine"), texts());
    }

    @Test
    void anotherAuthorsMessageOfTheSameIdTakesNothingAway() {
        list.add(waiting(MINE, "mine"));
        list.add(Shown.message(2, MINE, "mallory", false, "not yours"));
        assertEquals(List.of("mine", "not yours"), texts());
    }

    @Test
    void aChangeOfWhatIsNotHereIsNone() {
        list.add(said(2, "helo"));
        assertTrue(list.replace(said(2, "hello")));
        assertFalse(list.replace(said(3, "unknown")));
        assertEquals(List.of("hello"), texts());
        assertNull(list.find(3));
        assertNull(list.find(0));
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        for (long seq = 1; seq <= EntryList.MAX_ENTRIES + 1; seq++) {
            list.add(said(seq, "line " + seq));
        }
        assertNull(list.find(1));
        assertEquals(EntryList.MAX_ENTRIES, list.messages().size());
        list.addPage(List.of(said(1, "line 1")));
        assertNull(list.find(1));
    }

    @Test
    void whatIsWaitingDoesNotOutgrowTheList() {
        for (int number = 1; number <= EntryList.MAX_ENTRIES + 1; number++) {
            list.add(waiting(Shown.id(number), "line " + number));
        }
        assertEquals(EntryList.MAX_ENTRIES, list.messages().size());
        assertEquals(
                "line " + (EntryList.MAX_ENTRIES + 1), list.messages().get(0).text());
    }
}
