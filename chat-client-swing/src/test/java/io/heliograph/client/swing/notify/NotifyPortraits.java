package io.heliograph.client.swing.notify;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.words.Words;
import java.util.List;

/** The card in the corner of the screen. */
public final class NotifyPortraits {
    private NotifyPortraits() {}

    public static List<Portrait> all() {
        return List.of(Portrait.of("notification", locale -> new CardNotifier(
                        () -> {
                            throw new IllegalStateException("no window");
                        },
                        Words.in(locale).get("note.close"))
                .content(
                        new Note(
                                "k", "Zo\u00eb M\u00fcller", "Please read before the review", Target.user("zoe"), true),
                        note -> {})));
    }
}
