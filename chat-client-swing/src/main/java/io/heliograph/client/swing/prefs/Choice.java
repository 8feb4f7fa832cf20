package io.heliograph.client.swing.prefs;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** One setting: what it is now, and how it becomes something else; takes effect at once. Event dispatch thread only. */
record Choice<T>(Supplier<T> now, Consumer<T> change) {
    T get() {
        return now.get();
    }

    void set(T value) {
        if (!value.equals(now.get())) {
            change.accept(value);
        }
    }
}
