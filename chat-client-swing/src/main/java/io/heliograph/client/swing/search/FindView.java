package io.heliograph.client.swing.search;

/** The bar that finds words in the open conversation. Event dispatch thread only. */
interface FindView {
    /** Beside the field: how many, or why there is nothing. */
    void showCount(String line);

    /** The keys go on to the field: a jump gives the focus away. */
    void keepFocus();

    /** Marks these words in the messages; empty for none. */
    void mark(String words);
}
