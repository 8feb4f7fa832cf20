package io.heliograph.client.swing.emoji;

import io.heliograph.client.swing.emoji.EmojiShelf.Offer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where each emoji stands in a grid of {@value #COLUMNS} columns, in pixels before zoom. Offers are numbered over all
 * shelves, from 0.
 *
 * <p>Immutable.
 */
final class EmojiRows {
    static final int COLUMNS = 9;
    static final int CELL = 36;
    static final int TITLE = 28;

    private final List<EmojiShelf> shelves;
    private final List<Row> rows = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final int height;

    /**
     * One line.
     *
     * @param shelf its number
     * @param first the number of its first offer
     * @param count 0 for a title
     */
    record Row(int shelf, int top, int first, int count) {
        int bottom() {
            return top + (count == 0 ? TITLE : CELL);
        }
    }

    EmojiRows(List<EmojiShelf> shelves) {
        this.shelves = List.copyOf(shelves);
        int top = 0;
        for (int shelf = 0; shelf < shelves.size(); shelf++) {
            rows.add(new Row(shelf, top, offers.size(), 0));
            top += TITLE;
            List<Offer> on = shelves.get(shelf).offers();
            for (int at = 0; at < on.size(); at += COLUMNS) {
                rows.add(new Row(shelf, top, offers.size() + at, Math.min(COLUMNS, on.size() - at)));
                top += CELL;
            }
            offers.addAll(on);
        }
        height = top;
    }

    List<EmojiShelf> shelves() {
        return shelves;
    }

    int height() {
        return height;
    }

    int count() {
        return offers.size();
    }

    Offer at(int index) {
        return offers.get(index);
    }

    /** Those that are at least partly between {@code top} and {@code bottom}. */
    List<Row> between(int top, int bottom) {
        return rows.stream()
                .filter(row -> row.bottom() > top && row.top() < bottom)
                .toList();
    }

    /** Below 0 where there is none; {@code x} from the leading side. */
    int indexAt(int x, int y) {
        int column = Math.floorDiv(x, CELL);
        for (Row row : rows) {
            if (y >= row.top() && y < row.bottom() && column >= 0 && column < row.count()) {
                return row.first() + column;
            }
        }
        return -1;
    }

    /** Null for one that is not there. */
    @Nullable
    Row rowOf(int index) {
        for (Row row : rows) {
            if (index >= row.first() && index < row.first() + row.count()) {
                return row;
            }
        }
        return null;
    }

    int topOf(int shelf) {
        return rows.stream()
                .filter(row -> row.shelf() == shelf)
                .mapToInt(Row::top)
                .findFirst()
                .orElse(0);
    }

    /** The shelf whose offers are at {@code y}. */
    int shelfAt(int y) {
        int shelf = 0;
        for (Row row : rows) {
            if (row.top() <= y) {
                shelf = row.shelf();
            }
        }
        return shelf;
    }

    /** The offer {@code steps} further, never out of the grid. */
    int beside(int index, int steps) {
        return count() == 0 ? -1 : Math.max(0, Math.min(count() - 1, index + steps));
    }

    /** The offer under or over {@code index}, {@code lines} away; the nearest column where the line is short. */
    int below(int index, int lines) {
        List<Row> full = rows.stream().filter(row -> row.count() > 0).toList();
        if (index < 0) {
            return beside(0, 0);
        }
        for (int at = 0; at < full.size(); at++) {
            Row row = full.get(at);
            if (index >= row.first() && index < row.first() + row.count()) {
                Row other = full.get(Math.max(0, Math.min(full.size() - 1, at + lines)));
                return other.first() + Math.min(index - row.first(), other.count() - 1);
            }
        }
        return beside(0, 0);
    }
}
