package io.heliograph.client.swing.dialog;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when it is first wanted: most dialogs never are. Event dispatch thread only.
 *
 * @param <T> what is made
 */
public final class Late<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    public Late(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Makes it, if it was not made yet. */
    public T get() {
        T there = made;
        if (there == null) {
            there = maker.get();
            made = there;
        }
        return there;
    }

    /** Makes it in this turn of the event thread and uses it in the next: both are too much for one. */
    public void getThen(Executor events, Consumer<T> deed) {
        T there = get();
        events.execute(() -> deed.accept(there));
    }

    /** Nothing for what was never made. */
    public void ifMade(Consumer<T> deed) {
        T there = made;
        if (there != null) {
            deed.accept(there);
        }
    }
}
