package io.heliograph.server.store.sql;

import static io.heliograph.server.store.sql.TableFixture.NOW_MS;
import static io.heliograph.server.store.sql.TableFixture.about;
import static io.heliograph.server.store.sql.TableFixture.account;
import static io.heliograph.server.store.sql.TableFixture.body;
import static io.heliograph.server.store.sql.TableFixture.id;
import static io.heliograph.server.store.sql.TableFixture.message;
import static io.heliograph.server.store.sql.TableFixture.newest;
import static io.heliograph.server.store.sql.TableFixture.oldest;
import static io.heliograph.server.store.sql.TableFixture.room;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.EntryTable;
import io.heliograph.server.store.EntryTable.Appended;
import io.heliograph.server.store.EntryTable.EntryHead;
import io.heliograph.server.store.EntryTable.EntryPage;
import io.heliograph.server.store.EntryTable.EntryRow;
import io.heliograph.server.store.EntryTable.NewEntry;
import io.heliograph.server.store.EntryTable.PageQuery;
import io.heliograph.server.store.EntryTable.UnreadRow;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqlEntriesTest {
    private static final long WEEK_MS = TimeUnit.DAYS.toMillis(7);

    private final DirectSqlStore store = DirectSqlStore.inMemory();
    private final EntryTable entries = store.tables().entries();
    private final long ada = account(store.tables(), "ada");
    private final long eve = account(store.tables(), "eve");
    private final long deck = room(store.tables(), "#deck");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void numbersFollowOneAnother() {
        assertEquals(new Appended(deck, 1, NOW_MS + 5, false), entries.append(message(deck, ada, 5)));
        assertEquals(2, entries.append(message(deck, eve, 5)).seq());
        assertEquals(
                1,
                entries.append(message(room(store.tables(), "#other"), eve, 6)).seq());
    }

    @Test
    void anEntryComesBackAsItWasGiven() {
        entries.append(new NewEntry(deck, 4, id(8), ada, "Ada", NOW_MS, 0, body("hello")));

        assertEquals(
                List.of(new EntryRow(1, 4, id(8), ada, "Ada", NOW_MS, 0, body("hello"))),
                entries.page(oldest(deck, 10)).entries());
    }

    @Test
    void onlyMessagesCountAsActivity() {
        entries.append(message(deck, ada, 3));
        entries.append(new NewEntry(deck, 2, null, 0, "", NOW_MS + 50, 0, Bytes.EMPTY));

        assertEquals(NOW_MS + 3, store.tables().conversations().all().get(0).lastActivityMs());
        assertEquals(3, store.tables().conversations().all().get(0).nextSeq());
    }

    @Test
    void aConversationThatIsGoneTakesNothing() {
        assertThrows(IllegalStateException.class, () -> entries.append(message(deck + 1, ada, 1)));
    }

    @Test
    void aRepetitionIsAnsweredWithItsFirstNumber() {
        Appended first = entries.append(message(deck, ada, 1));
        entries.append(message(deck, ada, 2));

        assertEquals(new Appended(deck, 1, first.timeMs(), true), entries.append(message(deck, ada, 1)));
        assertEquals(2, entries.page(oldest(deck, 10)).entries().size());
    }

    @Test
    void aRepetitionIsRecognisedInAnotherConversation() {
        long other = room(store.tables(), "#other");
        entries.append(message(deck, ada, 1));

        Appended again = entries.append(message(other, ada, 1));

        assertEquals(new Appended(deck, 1, NOW_MS + 1, true), again);
        assertEquals(List.of(), entries.page(oldest(other, 10)).entries());
    }

    @Test
    void theSameIdOfAnotherAuthorIsAnotherMessage() {
        entries.append(message(deck, ada, 1));

        assertFalse(entries.append(message(deck, eve, 1)).repeated());
    }

    @Test
    void aRepetitionIsRecognisedAfterTheEntryWasPruned() {
        entries.append(message(deck, ada, 1));
        assertEquals(1, entries.prune(deck, Long.MAX_VALUE, 100, 100_000));

        assertTrue(entries.append(message(deck, ada, 1)).repeated());
    }

    @Test
    void anIdIsForgottenAfterSevenDays() {
        entries.append(message(deck, ada, 1));

        NewEntry onTheLastMs = at(NOW_MS + 1 + WEEK_MS);
        NewEntry later = at(NOW_MS + 2 + WEEK_MS);
        assertTrue(entries.append(onTheLastMs).repeated());
        assertEquals(new Appended(deck, 2, later.timeMs(), false), entries.append(later));
        assertEquals(new Appended(deck, 2, later.timeMs(), true), entries.append(later));
    }

    @Test
    void forgottenIdsAreThoseBeforeTheTime() {
        entries.append(message(deck, ada, 1));
        entries.append(message(deck, ada, 2));

        assertEquals(1, entries.forgetIds(NOW_MS + 2));
        assertFalse(entries.append(message(deck, ada, 1)).repeated());
        assertTrue(entries.append(message(deck, ada, 2)).repeated());
    }

    @Test
    void aPageHoldsTheOldestOrTheNewest() {
        append(10);

        EntryPage first = entries.page(oldest(deck, 3));
        assertEquals(List.of(1L, 2L, 3L), seqs(first.entries()));
        assertTrue(first.more());
        EntryPage last = entries.page(newest(deck, 3));
        assertEquals(List.of(8L, 9L, 10L), seqs(last.entries()));
        assertTrue(last.more());
        EntryPage all = entries.page(newest(deck, 10));
        assertEquals(10, all.entries().size());
        assertFalse(all.more());
    }

    @Test
    void aPageStaysWithinItsRange() {
        append(10);

        EntryPage page = entries.page(new PageQuery(deck, 3, 7, true, 10, 100_000));

        assertEquals(List.of(4L, 5L, 6L), seqs(page.entries()));
        assertFalse(page.more());
    }

    @Test
    void aPageIsBoundedByBytesButNeverEmpty() {
        for (int number = 1; number <= 3; number++) {
            entries.append(new NewEntry(deck, 1, null, ada, "", NOW_MS, 0, Bytes.copyOf(new byte[300])));
        }

        EntryPage two = entries.page(new PageQuery(deck, 0, Long.MAX_VALUE, false, 10, 1_000));
        assertEquals(List.of(1L, 2L), seqs(two.entries()));
        assertTrue(two.more());
        EntryPage one = entries.page(new PageQuery(deck, 0, Long.MAX_VALUE, false, 10, 1));
        assertEquals(List.of(1L), seqs(one.entries()));
    }

    @Test
    void laterEntriesAboutThePageComeWithIt() {
        append(6);
        entries.append(about(deck, eve, 2)); // 7
        entries.append(about(deck, eve, 5)); // 8
        entries.append(about(deck, eve, 1)); // 9

        assertEquals(List.of(7L, 9L), seqs(entries.page(oldest(deck, 3)).amendments()));
        assertEquals(List.of(), entries.page(oldest(deck, 20)).amendments());
    }

    @Test
    void amendmentsAreEightHundredAtMost() {
        append(1);
        for (int count = 0; count < 1_000; count++) {
            entries.append(about(deck, eve, 1));
        }

        assertEquals(800, entries.page(oldest(deck, 1)).amendments().size());
    }

    @Test
    void amendmentsTakeHalfOfTheBytes() {
        append(1);
        for (int count = 0; count < 10; count++) {
            entries.append(about(deck, eve, 1));
        }

        EntryPage page = entries.page(new PageQuery(deck, 0, Long.MAX_VALUE, false, 1, 1_000));

        assertEquals(2, page.amendments().size());
    }

    @Test
    void aTombstoneKeepsItsPlace() {
        entries.append(message(deck, ada, 1));

        entries.erase(deck, 1);
        entries.erase(deck, 1);

        assertEquals(
                List.of(new EntryRow(1, 1, id(1), ada, "name-" + ada, NOW_MS + 1, 0, Bytes.EMPTY)),
                entries.page(oldest(deck, 10)).entries());
        assertEquals(new EntryHead(1, ada, true), entries.head(deck, 1));
        assertNull(entries.head(deck, 2));
    }

    @Test
    void unreadAreMessagesOfOthersBehindTheMark() {
        store.tables().conversations().putMember(deck, ada, 2, 0, NOW_MS);
        entries.append(message(deck, eve, 1));
        entries.append(message(deck, eve, 2));
        entries.append(message(deck, ada, 3));
        entries.append(about(deck, eve, 1));
        entries.append(message(deck, eve, 5));
        entries.erase(deck, 5);
        entries.append(message(deck, eve, 6));
        store.tables().conversations().setMarks(deck, ada, 1, 1);

        assertEquals(List.of(new UnreadRow(deck, 7, 1, 2)), entries.unread(ada));
        assertEquals(List.of(), entries.unread(eve));
    }

    @Test
    void authorsAreThoseOfMessagesInTheRange() {
        entries.append(message(deck, ada, 1));
        entries.append(message(deck, eve, 2));
        entries.append(message(deck, eve, 3));
        entries.append(about(deck, ada, 1));

        assertEquals(List.of(eve), entries.authors(deck, 1, 4));
        assertEquals(List.of(ada, eve), entries.authors(deck, 0, 2));
    }

    @Test
    void pruningTakesTheOldestByAge() {
        append(5);

        assertEquals(2, entries.prune(deck, NOW_MS + 3, 100, 100_000));
        assertEquals(3, entries.firstSeq(deck));
    }

    @Test
    void pruningTakesTheOldestByCount() {
        append(5);

        assertEquals(1, entries.prune(deck, 0, 4, 100_000));
        assertEquals(0, entries.prune(deck, 0, 4, 100_000));
        assertEquals(2, entries.firstSeq(deck));
    }

    @Test
    void pruningTakesTheOldestByBytes() {
        append(5); // 6 bytes each
        entries.erase(deck, 2);

        assertEquals(1, entries.prune(deck, 0, 100, 20));
        assertEquals(0, entries.prune(deck, 0, 100, 18));
        assertEquals(2, entries.prune(deck, 0, 100, 17)); // the tombstone frees nothing
        assertEquals(4, entries.firstSeq(deck));
    }

    @Test
    void anEmptyLogBeginsWithTheNextNumber() {
        append(5);

        assertEquals(5, entries.prune(deck, Long.MAX_VALUE, 100, 100_000));

        assertEquals(6, entries.firstSeq(deck));
        assertEquals(6, entries.append(message(deck, ada, 99)).seq());
    }

    private NewEntry at(long timeMs) {
        return new NewEntry(deck, 1, id(1), ada, "Ada", timeMs, 0, body("again"));
    }

    private void append(int count) {
        for (int number = 1; number <= count; number++) {
            entries.append(message(deck, ada, number));
        }
    }

    private static List<Long> seqs(List<EntryRow> rows) {
        return rows.stream().map(EntryRow::seq).toList();
    }
}
