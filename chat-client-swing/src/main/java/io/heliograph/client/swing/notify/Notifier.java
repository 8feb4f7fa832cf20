package io.heliograph.client.swing.notify;

import java.util.function.Consumer;

/** A way to show notifications. */
interface Notifier {
    /** False if this way is closed: another one is to be tried. {@code clicked} may be called later, by any thread. */
    boolean show(Note note, Consumer<Note> clicked);
}
