package io.heliograph.client.swing.search;

import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Does something a moment after the last change of a text. Event dispatch thread only. */
final class Typed implements DocumentListener {
    private static final int PAUSE_MS = 180;

    private final Timer timer;

    Typed(Runnable deed) {
        timer = new Timer(PAUSE_MS, event -> deed.run());
        timer.setRepeats(false);
    }

    @Override
    public void insertUpdate(DocumentEvent event) {
        timer.restart();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        timer.restart();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        timer.restart();
    }
}
