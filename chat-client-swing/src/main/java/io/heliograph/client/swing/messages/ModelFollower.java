package io.heliograph.client.swing.messages;

/** Has a list follow its model. Not thread-safe; owned by the event thread. */
final class ModelFollower implements RowListener {
    private final LaidOutRows rows;
    private final ListView view;
    private final RowAttention attention;

    ModelFollower(LaidOutRows rows, ListView view, RowAttention attention) {
        this.rows = rows;
        this.view = view;
        this.attention = attention;
    }

    @Override
    public void rowsSpliced(int index, int removed, int added) {
        attention.splice(index, removed, added);
        view.spliced(index, removed, added);
    }

    @Override
    public void rowsChanged(int from, int to) {
        rows.changed(from, to);
        view.refresh();
    }
}
