package io.heliograph.client.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);

    /** Takes down what the order leads to. */
    private static final class Reader implements Timeline.Sink {
        final List<Long> shown = new ArrayList<>();
        final List<Long> live = new ArrayList<>();
        final List<String> changed = new ArrayList<>();
        final List<String> gone = new ArrayList<>();

        @Override
        public boolean mayShow(Entry entry, long nowNs) {
            return true;
        }

        @Override
        public Timeline.Opened open(Entry entry, long nowNs) {
            return new Timeline.Opened(entry, null);
        }

        @Override
        public void onShown(Line line, boolean isLive) {
            shown.add(line.seq());
            if (isLive) {
                live.add(line.seq());
            }
        }

        @Override
        public void onChanged(@Nullable Line line, Entry change) {
            changed.add(change.kind() + " " + change.refSeq() + (line == null ? " unknown" : ""));
        }

        @Override
        public void onUnreadableChange(Timeline.Opened change) {
            throw new AssertionError("nothing is sealed here");
        }

        @Override
        public void onGone(long fromSeq, long toSeq) {
            gone.add(fromSeq + "-" + toSeq);
        }
    }

    private final Reader reader = new Reader();
    private final Timeline timeline = new Timeline(reader, "ann", 0);

    @Test
    void showsNewsAsTheyCome() {
        news(1, 2, 3);
        assertEquals(List.of(1L, 2L, 3L), reader.shown);
        assertNull(timeline.missing(Long.MAX_VALUE));
    }

    @Test
    void showsEachOnceHoweverOftenItComes() {
        news(1, 1, 2, 1, 2);
        assertEquals(List.of(1L, 2L), reader.shown);
    }

    @Test
    void holdsBackWhatComesBehindAHole() {
        timeline.onOwed(3);
        news(4, 5);
        assertEquals(List.of(), reader.shown);
        assertEquals(new Timeline.Range(0, 4), timeline.missing(0));

        timeline.onFound(new Timeline.Range(0, 4), List.of(text(1), text(2), text(3)), false, 0);

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), reader.shown);
        assertEquals(List.of(4L, 5L), reader.live);
        assertNull(timeline.missing(Long.MAX_VALUE));
    }

    @Test
    void waitsAMomentForAHoleThatNobodyToldOf() {
        news(2);
        assertNull(timeline.missing(Timeline.PATIENCE_NS - 1));
        assertEquals(new Timeline.Range(0, 2), timeline.missing(Timeline.PATIENCE_NS));
    }

    @Test
    void anOwnPostingFillsItsPlaceAndIsNotShownAgain() {
        news(1);
        timeline.onPosted(text(3), 0);
        news(2, 3, 4);
        assertEquals(List.of(1L, 2L, 4L), reader.shown);
    }

    @Test
    void tellsWhatTheServerHoldsNoMore() {
        timeline.onOwed(9);
        timeline.onFound(new Timeline.Range(0, 10), List.of(text(7), text(8), text(9)), false, 0);
        assertEquals(List.of("1-6"), reader.gone);
        assertEquals(List.of(7L, 8L, 9L), reader.shown);
    }

    @Test
    void passesOverWhatIsGoneAltogether() {
        timeline.onOwed(4);
        timeline.onFound(new Timeline.Range(0, 5), List.of(), false, 0);
        news(5);
        assertEquals(List.of("1-4"), reader.gone);
        assertEquals(List.of(5L), reader.shown);
    }

    @Test
    void aServerThatAlwaysPromisesMoreIsNotAskedForEver() {
        timeline.onOwed(4);
        timeline.onFound(new Timeline.Range(0, 5), List.of(), true, 0);
        assertNull(timeline.missing(Long.MAX_VALUE));
    }

    @Test
    void passesOverAKindOfALaterVersion() {
        timeline.onNews(new Entry(1, null, null, "bob", 1, 0, MessageCodec.encode(new Body.Text("?", 0))), 0);
        news(2);
        assertEquals(List.of(2L), reader.shown);
    }

    @Test
    void boundsWhatWaitsAndAsksForTheRestAgain() {
        LongStream.rangeClosed(2, Timeline.MAX_WAITING + 100).forEach(seq -> timeline.onNews(text(seq), 0));
        timeline.onNews(text(1), 0);

        assertEquals(Timeline.MAX_WAITING + 1, reader.shown.size());
        assertEquals(new Timeline.Range(Timeline.MAX_WAITING + 1L, Timeline.MAX_WAITING + 101L), timeline.missing(0));
    }

    @Test
    void showsAnEditedLineAsItStandsNow() {
        timeline.onOwed(2);
        timeline.onAmendments(List.of(edit(5, 1, "new")), 0);
        timeline.onFound(new Timeline.Range(0, 3), List.of(text(1), text(2)), false, 0);
        timeline.onNews(text(3), 0);
        timeline.onNews(text(4), 0);
        timeline.onNews(edit(5, 1, "new"), 0);

        Line line = timeline.log().find(1);
        assertEquals("new", line == null ? "" : line.shown().text());
        assertEquals(List.of(), reader.changed);
    }

    @Test
    void anEditThatOvertakesThePageWithItsLineIsNotLost() {
        Timeline late = new Timeline(reader, "ann", 10);
        late.onNews(edit(11, 3, "new"), 0);
        List<Line> page = late.onOlder(List.of(text(3), text(4)), List.of(), 0);

        assertEquals(List.of("EDIT 3 unknown"), reader.changed);
        assertEquals("new", page.get(0).shown().text());
        assertEquals(3, late.pagedFromSeq());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void showsEachOnceAndInOrderWhateverTheWay(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            new Story(random, "seed " + seed + " round " + round).tell();
        }
    }

    /** A log of a few hundred entries that reaches a reader by news, gaps, pages, losses and own postings. */
    private static final class Story {
        private final Random random;
        private final String name;
        private final List<Entry> log = new ArrayList<>();
        private final Reader reader = new Reader();
        private final Timeline timeline = new Timeline(reader, "ann", 0);
        private final List<Long> posted = new ArrayList<>();
        private final List<Entry> underWay = new ArrayList<>();
        private long nowNs;

        Story(Random random, String name) {
            this.random = random;
            this.name = name;
        }

        void tell() {
            for (int step = 0; step < 300; step++) {
                nowNs += random.nextInt(200) * MS;
                step();
            }
            deliver(underWay.size());
            timeline.onOwed(log.size());
            for (int turn = 0; turn < 400 && timeline.missing(nowNs) != null; turn++) {
                page();
            }
            List<Long> expected = log.stream()
                    .filter(entry -> entry.kind() == EntryKind.MESSAGE)
                    .map(Entry::seq)
                    .filter(seq -> !posted.contains(seq))
                    .toList();
            assertEquals(expected, reader.shown, name);
            assertEquals(log.size(), timeline.frontierSeq(), name);
            assertTrue(reader.gone.isEmpty(), name);
            for (Entry entry : log) {
                Line line = timeline.log().find(entry.seq());
                assertEquals(lastText(entry), line == null ? null : line.shown().text(), name);
            }
        }

        private void step() {
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> underWay.add(append());
                case 3, 4 -> deliver(random.nextInt(4));
                case 5 -> loseSome();
                case 6 -> page();
                case 7 -> post();
                default -> repeatSome();
            }
        }

        private Entry append() {
            long seq = log.size() + 1L;
            boolean edits = seq > 3 && random.nextInt(4) == 0;
            Entry target = edits ? log.get(random.nextInt(log.size())) : null;
            Entry entry = target != null && target.kind() == EntryKind.MESSAGE
                    ? new Entry(
                            seq,
                            EntryKind.EDIT,
                            SessionRig.id((int) seq),
                            target.from(),
                            1,
                            target.seq(),
                            MessageCodec.encode(new Body.Text("edit " + seq, 0)))
                    : text(seq);
            log.add(entry);
            return entry;
        }

        private void deliver(int count) {
            for (int index = 0; index < count && !underWay.isEmpty(); index++) {
                timeline.onNews(underWay.remove(0), nowNs);
            }
        }

        /** The connection breaks, or the server says GAP: what was under way will not come. */
        private void loseSome() {
            underWay.clear();
            timeline.onOwed(log.size());
        }

        private void post() {
            Entry entry = text(log.size() + 1L, "ann");
            log.add(entry);
            posted.add(entry.seq());
            timeline.onPosted(entry, nowNs);
        }

        private void repeatSome() {
            if (!log.isEmpty()) {
                Entry again = log.get(random.nextInt(log.size()));
                if (again.seq() <= timeline.frontierSeq()) {
                    timeline.onNews(again, nowNs);
                }
            }
        }

        private void page() {
            Timeline.Range range = timeline.missing(nowNs);
            if (range == null) {
                return;
            }
            List<Entry> found = log.stream()
                    .filter(entry -> entry.seq() > range.afterSeq() && entry.seq() < range.beforeSeq())
                    .toList();
            int size = Math.min(found.size(), 1 + random.nextInt(10));
            List<Entry> page = found.subList(0, size);
            timeline.onAmendments(
                    log.stream()
                            .filter(entry -> page.stream().anyMatch(listed -> listed.seq() == entry.refSeq()))
                            .filter(entry -> !page.contains(entry))
                            .toList(),
                    nowNs);
            timeline.onFound(range, page, size < found.size(), nowNs);
        }

        private @Nullable String lastText(Entry entry) {
            if (entry.kind() != EntryKind.MESSAGE) {
                return null;
            }
            long edit = log.stream()
                    .filter(other -> other.refSeq() == entry.seq())
                    .mapToLong(Entry::seq)
                    .max()
                    .orElse(0);
            return edit == 0 ? "text " + entry.seq() : "edit " + edit;
        }
    }

    private void news(long... seqs) {
        LongStream.of(seqs).forEach(seq -> timeline.onNews(text(seq), 0));
    }

    private static Entry text(long seq) {
        return text(seq, "bob");
    }

    private static Entry text(long seq, String from) {
        return new Entry(
                seq,
                EntryKind.MESSAGE,
                SessionRig.id((int) seq),
                from,
                1,
                0,
                MessageCodec.encode(new Body.Text("text " + seq, 0)));
    }

    private static Entry edit(long seq, long refSeq, String text) {
        return new Entry(
                seq,
                EntryKind.EDIT,
                SessionRig.id((int) seq),
                "bob",
                1,
                refSeq,
                MessageCodec.encode(new Body.Text(text, 0)));
    }
}
