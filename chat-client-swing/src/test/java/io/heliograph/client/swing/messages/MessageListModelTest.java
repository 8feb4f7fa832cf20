package io.heliograph.client.swing.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.messages.Entries.Draft;
import io.heliograph.common.message.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rows the events of a client become. */
class MessageListModelTest {
    private final MessageListModel model = new MessageListModel(Entries.ROOM, Entries.ZONE);

    @Test
    void messagesOfOneAuthorWithinFiveMinutesStandTogether() {
        model.accept(Entries.page(List.of(
                at(1, "ann", "2026-11-12T10:00:00Z"),
                at(2, "ann", "2026-11-12T10:05:00Z"),
                at(3, "ann", "2026-11-12T10:10:01Z"),
                at(4, "ben", "2026-11-12T10:10:02Z"))));
        assertTrue(message(0).joinsBelow());
        assertTrue(message(1).joinsAbove());
        assertFalse(message(1).joinsBelow());
        assertFalse(message(2).joinsAbove());
        assertFalse(message(2).joinsBelow());
        assertFalse(message(3).joinsAbove());
    }

    @Test
    void theFirstRowOfEachDaySaysSo() {
        model.accept(Entries.page(List.of(
                at(1, "ann", "2026-11-12T23:58:00Z"),
                at(2, "ann", "2026-11-12T23:59:00Z"),
                at(3, "ann", "2026-11-13T00:01:00Z"))));
        assertNotNull(model.row(0).above().day());
        assertNull(model.row(1).above().day());
        assertNotNull(model.row(2).above().day());
        assertFalse(message(1).joinsBelow(), "a divider parts a group");
    }

    @Test
    void theUnreadDividerStandsAboveTheFirstUnreadRow() {
        model.accept(Entries.page(List.of(say(1), say(2), say(3))));
        model.markUnread(1, 2);
        assertEquals(2, model.row(1).above().unreadCount());
        assertEquals(0, model.row(2).above().unreadCount());
        model.markUnread(3, 0);
        assertEquals(0, model.row(1).above().unreadCount());
    }

    @Test
    void anOwnMessageWaitsAtTheEndAndTakesItsPlaceWhenItIsStored() {
        model.accept(Entries.page(List.of(say(1))));
        model.accept(Entries.shown(new Draft(0, "me", "mine").own(77).make()));
        assertEquals(MessageState.QUEUED, state(1));
        model.accept(Entries.shown(say(2)));
        assertEquals("mine", message(2).entry().text());
        model.accept(new ClientEvent.StateChanged(Entries.id(77), MessageState.SENT, ""));
        assertEquals(MessageState.SENT, state(2));
        model.accept(new ClientEvent.EntryPlaced(Entries.ROOM, Entries.id(77), 3, Entries.NOON_MS));
        assertEquals(3, message(2).entry().seq());
        assertEquals(MessageState.STORED, state(2));
        model.accept(new ClientEvent.ReceiptsChanged(Entries.ROOM, Entries.id(77), 3, 2, 1, 2));
        assertEquals(MessageState.DELIVERED, state(2));
        model.accept(new ClientEvent.ReceiptsChanged(Entries.ROOM, Entries.id(77), 3, 2, 2, 2));
        assertEquals(MessageState.READ, state(2));
    }

    @Test
    void twoWaitingMessagesAreStoredInTheOrderOfTheLog() {
        model.accept(Entries.shown(new Draft(0, "me", "first").own(1_001).make()));
        model.accept(Entries.shown(new Draft(0, "me", "second").own(1_002).make()));
        model.accept(new ClientEvent.EntryPlaced(Entries.ROOM, Entries.id(1_002), 8, Entries.NOON_MS));
        model.accept(new ClientEvent.EntryPlaced(Entries.ROOM, Entries.id(1_001), 9, Entries.NOON_MS));
        assertEquals(List.of(8L, 9L), seqs());
    }

    @Test
    void anEditOfTheOriginalReachesTheQuote() {
        model.accept(Entries.page(
                List.of(say(1), say(2), new Draft(3, "ben", "yes").answers(1).make())));
        List<Integer> changed = new ArrayList<>();
        model.addListener(new Recorder(changed));
        ShownEntry edited = new Draft(1, "ann", "new words").edited().make();
        model.accept(new ClientEvent.EntryChanged(Entries.ROOM, 1, edited, EntryKind.EDIT, "ann", "new words"));
        assertEquals(
                "new words",
                Objects.requireNonNull(
                                Objects.requireNonNull(message(2).quote()).original())
                        .text());
        assertTrue(changed.contains(2), "the quote's row: " + changed);
    }

    @Test
    void aQuoteFindsItsOriginalWhenAnOlderPageBringsIt() {
        model.accept(Entries.page(List.of(new Draft(9, "ben", "yes").answers(2).make())));
        assertNull(Objects.requireNonNull(message(0).quote()).original());
        model.accept(Entries.page(List.of(say(1), say(2))));
        assertNotNull(Objects.requireNonNull(message(2).quote()).original());
    }

    @Test
    void aGapStandsWhereEntriesAreMissingAndGoesWhenTheyCome() {
        model.accept(Entries.page(List.of(say(1), say(9))));
        model.accept(new ClientEvent.GapShown(Entries.ROOM, 2, 8, true));
        assertTrue(model.row(1) instanceof Row.Gap);
        model.accept(Entries.page(
                LongStream.rangeClosed(2, 8).mapToObj(MessageListModelTest::say).toList()));
        model.accept(new ClientEvent.GapShown(Entries.ROOM, 2, 8, true));
        assertEquals(LongStream.rangeClosed(1, 9).boxed().toList(), seqs());
    }

    @Test
    void anotherConversationIsPassedOver() {
        model.accept(new ClientEvent.EntryShown(new Target("#other"), say(1), true));
        assertEquals(0, model.size());
    }

    @Test
    void aNewHistoryEmptiesTheList() {
        model.accept(Entries.page(List.of(say(1), say(2))));
        model.accept(new ClientEvent.HistoryReset());
        assertEquals(0, model.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void listenersThatFollowTheSplicesKnowTheSameRows(long seed) {
        Random random = new Random(seed);
        List<Long> mirror = new ArrayList<>();
        model.addListener(new Mirror(mirror));
        long next = 1_000;
        long first = 1_000;
        for (int step = 0; step < 200; step++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    int count = 1 + random.nextInt(5);
                    long from = first - count;
                    model.accept(Entries.page(LongStream.range(from, first)
                            .mapToObj(MessageListModelTest::say)
                            .toList()));
                    first = from;
                }
                case 1 ->
                    model.accept(Entries.shown(
                            new Draft(0, "me", "w").own(5_000 + step).make()));
                case 2 -> next = placeOne(next);
                default -> model.accept(Entries.shown(say(next++)));
            }
            assertEquals(seqs(), mirror, "seed " + seed + " step " + step);
        }
        List<Long> sorted = seqs().stream().filter(seq -> seq > 0).sorted().toList();
        assertEquals(sorted, seqs().subList(0, sorted.size()), "stored ones by number, then those that wait");
    }

    private long placeOne(long next) {
        for (int index = 0; index < model.size(); index++) {
            if (message(index).entry().seq() == 0) {
                model.accept(new ClientEvent.EntryPlaced(
                        Entries.ROOM,
                        Objects.requireNonNull(message(index).entry().id()),
                        next,
                        Entries.NOON_MS));
                return next + 1;
            }
        }
        return next;
    }

    private static ShownEntry say(long seq) {
        return Entries.say(seq, "ann", "text " + seq);
    }

    private static ShownEntry at(long seq, String from, String instant) {
        return new Draft(seq, from, "text").at(instant).make();
    }

    private Row.Message message(int index) {
        return (Row.Message) model.row(index);
    }

    private MessageState state(int index) {
        return Objects.requireNonNull(message(index).delivery()).shown();
    }

    private List<Long> seqs() {
        return IntStream.range(0, model.size())
                .mapToObj(index -> message(index).entry().seq())
                .toList();
    }

    /** Writes down which rows are said to look otherwise. */
    private record Recorder(List<Integer> changed) implements RowListener {
        @Override
        public void rowsSpliced(int index, int removed, int added) {}

        @Override
        public void rowsChanged(int from, int to) {
            IntStream.range(from, to).forEach(changed::add);
        }
    }

    /** Keeps the numbers of the rows by what it is told alone. */
    private final class Mirror implements RowListener {
        private final List<Long> mirror;

        Mirror(List<Long> mirror) {
            this.mirror = mirror;
        }

        @Override
        public void rowsSpliced(int index, int removed, int added) {
            mirror.subList(index, index + removed).clear();
            for (int row = index; row < index + added; row++) {
                mirror.add(row, message(row).entry().seq());
            }
        }

        @Override
        public void rowsChanged(int from, int to) {
            for (int row = from; row < to; row++) {
                mirror.set(row, message(row).entry().seq());
            }
        }
    }
}
