package io.heliograph.client.swing.messages;

/**
 * What is selected: from a place in one row to a place in another. Places are characters of the plain text of a row.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class Selection {
    private int anchorRow = -1;
    private int anchorPlace;
    private int caretRow = -1;
    private int caretPlace;

    boolean isEmpty() {
        return anchorRow < 0 || (anchorRow == caretRow && anchorPlace == caretPlace);
    }

    void clear() {
        anchorRow = -1;
        caretRow = -1;
    }

    void start(int row, int place) {
        anchorRow = row;
        anchorPlace = place;
        caretRow = row;
        caretPlace = place;
    }

    /** Moves the end that moves. */
    void extend(int row, int place) {
        if (anchorRow < 0) {
            start(row, place);
        }
        caretRow = row;
        caretPlace = place;
    }

    int firstRow() {
        return Math.min(anchorRow, caretRow);
    }

    int lastRow() {
        return Math.max(anchorRow, caretRow);
    }

    /** Where the selection begins in {@code row}; 0 for a row inside. */
    int from(int row) {
        if (row != firstRow()) {
            return 0;
        }
        if (anchorRow == caretRow) {
            return Math.min(anchorPlace, caretPlace);
        }
        return anchorRow < caretRow ? anchorPlace : caretPlace;
    }

    /** Where the selection ends in {@code row}; beyond every text for a row inside. */
    int to(int row) {
        if (isEmpty() || row < firstRow() || row > lastRow()) {
            return 0;
        }
        if (row != lastRow()) {
            return Integer.MAX_VALUE;
        }
        if (anchorRow == caretRow) {
            return Math.max(anchorPlace, caretPlace);
        }
        return anchorRow > caretRow ? anchorPlace : caretPlace;
    }

    /** Rows were spliced; a selection in rows that are gone is gone. */
    void splice(int index, int removed, int added) {
        if (anchorRow < 0 || index > lastRow()) {
            return;
        }
        if (index + removed > firstRow() && removed > 0) {
            clear();
            return;
        }
        anchorRow += anchorRow >= index ? added - removed : 0;
        caretRow += caretRow >= index ? added - removed : 0;
    }
}
