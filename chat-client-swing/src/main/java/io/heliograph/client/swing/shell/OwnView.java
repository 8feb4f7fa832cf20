package io.heliograph.client.swing.shell;

import org.jspecify.annotations.Nullable;

/** The user at the foot of the rail. Event dispatch thread only. */
interface OwnView {
    /** {@code state} in words; {@code dot} null while others see nothing. */
    void showOwn(String name, String state, @Nullable String dot);
}
