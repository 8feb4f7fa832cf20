package io.heliograph.client.swing.messages;

/** Is told what has become different in a list of rows; called after the change, on the model's thread. */
public interface RowListener {
    /** {@code added} rows stand from {@code index} on in place of {@code removed}. */
    void rowsSpliced(int index, int removed, int added);

    /** The rows are the same ones and look otherwise. */
    void rowsChanged(int from, int to);
}
