package io.heliograph.client.swing.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read stays where it stands, whatever happens around it. */
class ReadingPositionTest {
    private static final int VIEW = 700;
    private static final int ESTIMATE = 50;

    private final List<Integer> exactHeights = new ArrayList<>();
    private final RowHeights heights = new RowHeights();
    private final ReadingPosition position = new ReadingPosition(heights, exactHeights::get);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRowOnTheScreenStaysThroughRandomPrependsAppendsAndEdits(long seed) {
        Random random = new Random(seed);
        insert(0, randomHeights(random, 400));
        position.resize(VIEW);
        position.scrollTo(9_000, VIEW);
        for (int step = 0; step < 300; step++) {
            int kept = keptRow();
            long before = bottomOnScreen(kept);
            int moved = change(random, kept);
            assertEquals(before, bottomOnScreen(kept + moved), "seed " + seed + " step " + step);
            assertEveryVisibleRowIsExact();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void scrollingUpIntoEstimatesMovesWhatIsOnTheScreenByAsMuchAsWasScrolled(long seed) {
        Random random = new Random(seed);
        insert(0, randomHeights(random, 1_000));
        position.resize(VIEW);
        assertTrue(position.isAtEnd());
        while (position.viewTop() > VIEW) {
            int kept = heights.rowAt(position.viewTop() + 5);
            long before = bottomOnScreen(kept);
            position.scrollTo(position.viewTop() - 120, VIEW);
            assertEquals(before + 120, bottomOnScreen(kept), "seed " + seed);
        }
    }

    @Test
    void staysAtTheEndWhenRowsAreAppended() {
        insert(0, randomHeights(new Random(5), 50));
        position.resize(VIEW);
        insert(50, new int[] {80, 90});
        assertEquals(heights.total() - VIEW, position.viewTop());
    }

    @Test
    void leavesTheEndAloneWhenTheUserHasScrolledUp() {
        insert(0, randomHeights(new Random(5), 50));
        position.resize(VIEW);
        position.scrollTo(300, VIEW);
        long before = position.viewTop();
        insert(50, new int[] {80, 90});
        assertEquals(before, position.viewTop());
    }

    @Test
    void anEmptyListHasNoPosition() {
        position.resize(VIEW);
        assertEquals(0, position.viewTop());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void heightsAgreeWithAPlainSumAfterRandomSplices(long seed) {
        Random random = new Random(seed);
        List<Integer> plain = new ArrayList<>();
        RowHeights tree = new RowHeights();
        for (int step = 0; step < 200; step++) {
            int index = random.nextInt(plain.size() + 1);
            int removed = random.nextInt(Math.min(4, plain.size() - index) + 1);
            int[] added = randomHeights(random, random.nextInt(20));
            plain.subList(index, index + removed).clear();
            plain.addAll(index, IntStream.of(added).boxed().toList());
            tree.splice(index, removed, added);
            if (!plain.isEmpty()) {
                int row = random.nextInt(plain.size());
                plain.set(row, 1 + random.nextInt(300));
                tree.measure(row, plain.get(row));
                long top = plain.subList(0, row).stream()
                        .mapToLong(Integer::longValue)
                        .sum();
                assertEquals(top, tree.top(row));
                assertEquals(row, tree.rowAt(top));
                assertEquals(row, tree.rowAt(top + plain.get(row) - 1));
            }
            assertEquals(plain.stream().mapToLong(Integer::longValue).sum(), tree.total());
        }
    }

    /** Answers by how much the index of {@code kept} has moved. */
    private int change(Random random, int kept) {
        int count = exactHeights.size();
        switch (random.nextInt(4)) {
            case 0 -> {
                int[] added = randomHeights(random, 1 + random.nextInt(100));
                insert(0, added);
                return added.length;
            }
            case 1 -> insert(count, randomHeights(random, 1 + random.nextInt(5)));
            case 2 -> {
                int row = heights.rowAt(position.viewTop() + 1);
                resizeRow(Math.max(0, row - 3 - random.nextInt(20)), random);
            }
            default -> resizeRow(Math.min(count - 1, kept + 1 + random.nextInt(20)), random);
        }
        return 0;
    }

    private void resizeRow(int row, Random random) {
        exactHeights.set(row, 30 + random.nextInt(200));
        heights.forget(row);
        position.resize(VIEW);
    }

    private void insert(int index, int[] exact) {
        exactHeights.addAll(index, IntStream.of(exact).boxed().toList());
        int[] estimates = IntStream.generate(() -> ESTIMATE).limit(exact.length).toArray();
        heights.splice(index, 0, estimates);
        position.splice(index, 0, exact.length);
    }

    /** The row that the position holds on to. */
    private int keptRow() {
        return heights.rowAt(position.viewTop());
    }

    private long bottomOnScreen(int row) {
        return heights.top(row + 1) - position.viewTop();
    }

    private void assertEveryVisibleRowIsExact() {
        int last = heights.rowAt(position.viewTop() + VIEW - 1);
        for (int row = heights.rowAt(position.viewTop()); row <= last; row++) {
            assertTrue(heights.isExact(row), "row " + row);
            assertEquals(exactHeights.get(row), heights.height(row));
        }
    }

    private static int[] randomHeights(Random random, int count) {
        return random.ints(count, 20, 260).toArray();
    }
}
