package io.heliograph.client.swing.messages;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rows of the model as they are laid out for one width and one look, the last few hundred of them kept.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class LaidOutRows {
    private static final int MAX_KEPT = 600;
    private static final float BELOW_LAST = 12;

    private final MessageListModel model;
    private final RowLayouter layouter;
    private final RowHeights heights = new RowHeights();
    private final Map<Integer, RowLayout> kept = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, RowLayout> eldest) {
            return size() > MAX_KEPT;
        }
    };
    private FilePictures files = FilePictures.NONE;
    private Look look;
    private float width = 1;
    private boolean mirrored;

    LaidOutRows(MessageListModel model, RowLayouter layouter, Look look) {
        this.model = model;
        this.layouter = layouter;
        this.look = look;
    }

    RowHeights heights() {
        return heights;
    }

    void files(FilePictures source) {
        files = source;
    }

    FilePictures files() {
        return files;
    }

    float width() {
        return width;
    }

    /** Everything is laid out anew when it is needed. */
    void reset(Look nextLook, float nextWidth, boolean nextMirrored) {
        look = nextLook;
        width = nextWidth;
        mirrored = nextMirrored;
        kept.clear();
        heights.splice(0, heights.count(), estimates(0, model.size()));
    }

    RowLayout layout(int index) {
        RowLayout known = kept.get(index);
        if (known != null) {
            return known;
        }
        RowLayout made = layouter.layout(model.row(index), look, files, width, mirrored);
        if (index == model.size() - 1) {
            made = made.withHeight(made.height() + Math.round(look.px(BELOW_LAST)));
        }
        kept.put(index, made);
        return made;
    }

    int measure(int index) {
        return layout(index).height();
    }

    void splice(int index, int removed, int added) {
        heights.splice(index, removed, estimates(index, added));
        if (kept.keySet().stream().noneMatch(row -> row >= index)) {
            return;
        }
        Map<Integer, RowLayout> before = new LinkedHashMap<>(kept);
        kept.clear();
        before.forEach((row, layout) -> {
            if (row < index) {
                kept.put(row, layout);
            } else if (row >= index + removed) {
                kept.put(row + added - removed, layout);
            }
        });
    }

    void changed(int from, int to) {
        for (int index = from; index < to; index++) {
            kept.remove(index);
            heights.forget(index);
        }
    }

    private int[] estimates(int index, int count) {
        int[] estimates = new int[count];
        for (int row = 0; row < count; row++) {
            estimates[row] = layouter.estimate(model.row(index + row), look, width);
        }
        return estimates;
    }
}
