package io.heliograph.client.swing.trust;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The strip above the messages that says what is wrong with a key. Event dispatch thread only. */
interface AlertView {
    /** A button. */
    record Choice(Alert.Remedy remedy, String words) {}

    /** What is shown, safe to show; {@code canClose}: it may be put away undecided. */
    record Strip(String text, boolean warning, List<Choice> choices, boolean canClose) {
        public Strip {
            choices = List.copyOf(choices);
        }
    }

    /** Null hides it. */
    void showAlert(@Nullable Strip strip);
}
