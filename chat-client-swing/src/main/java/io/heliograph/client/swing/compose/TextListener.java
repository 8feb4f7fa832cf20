package io.heliograph.client.swing.compose;

import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** One deed for each change of characters; a change of their looks is none. */
record TextListener(Runnable changed) implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        changed.run();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {}
}
