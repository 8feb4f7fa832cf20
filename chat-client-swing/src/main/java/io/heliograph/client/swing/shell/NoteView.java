package io.heliograph.client.swing.shell;

/** One line over the messages that goes away by itself, and is said to screen readers. Event dispatch thread only. */
interface NoteView {
    void showNote(String line, boolean complaint);
}
