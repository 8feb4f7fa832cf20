package io.heliograph.client.swing.messages;

import java.util.Arrays;

/**
 * Heights of rows and where each row begins, in pixels; a binary indexed tree, so finding, correcting and appending
 * take time in the logarithm of the rows. Each height is an estimate or measured.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class RowHeights {
    private static final int FEWEST = 1_024;

    private int count;
    private int[] heights = new int[FEWEST];
    private boolean[] exact = new boolean[FEWEST];
    private long[] tree = new long[FEWEST + 1];

    int count() {
        return count;
    }

    int height(int index) {
        return heights[index];
    }

    boolean isExact(int index) {
        return exact[index];
    }

    /** Where row {@code index} begins; the height of all for the count. */
    long top(int index) {
        long sum = 0;
        for (int node = index; node > 0; node -= node & -node) {
            sum += tree[node];
        }
        return sum;
    }

    long total() {
        return top(count);
    }

    /** The row at {@code y}, the first or the last one outside of all; -1 if there is none. */
    int rowAt(long y) {
        int position = 0;
        long rest = y;
        for (int step = Integer.highestOneBit(heights.length); step > 0; step >>= 1) {
            int next = position + step;
            if (next < tree.length && tree[next] <= rest) {
                position = next;
                rest -= tree[next];
            }
        }
        return Math.min(position, count - 1);
    }

    /** A measured height. */
    void measure(int index, int height) {
        add(index, height - heights[index]);
        heights[index] = height;
        exact[index] = true;
    }

    /** The row may look otherwise now; its height is an estimate until it is measured again. */
    void forget(int index) {
        exact[index] = false;
    }

    /** Estimates in place of {@code removed} rows from {@code index} on. */
    void splice(int index, int removed, int[] estimates) {
        boolean atEnd = index == count && removed == 0;
        int next = count - removed + estimates.length;
        boolean grown = ensure(next);
        System.arraycopy(heights, index + removed, heights, index + estimates.length, count - index - removed);
        System.arraycopy(exact, index + removed, exact, index + estimates.length, count - index - removed);
        System.arraycopy(estimates, 0, heights, index, estimates.length);
        Arrays.fill(exact, index, index + estimates.length, false);
        if (next < count) {
            Arrays.fill(heights, next, count, 0);
        }
        count = next;
        if (atEnd && !grown) {
            for (int row = 0; row < estimates.length; row++) {
                add(index + row, estimates[row]);
            }
        } else {
            rebuild();
        }
    }

    private boolean ensure(int rows) {
        if (rows <= heights.length) {
            return false;
        }
        int capacity = Integer.highestOneBit(rows) << 1;
        heights = Arrays.copyOf(heights, capacity);
        exact = Arrays.copyOf(exact, capacity);
        tree = new long[capacity + 1];
        return true;
    }

    private void rebuild() {
        Arrays.fill(tree, 0);
        for (int node = 1; node < tree.length; node++) {
            tree[node] += node <= count ? heights[node - 1] : 0;
            int parent = node + (node & -node);
            if (parent < tree.length) {
                tree[parent] += tree[node];
            }
        }
    }

    private void add(int index, int difference) {
        if (difference != 0) {
            for (int node = index + 1; node < tree.length; node += node & -node) {
                tree[node] += difference;
            }
        }
    }
}
