package io.heliograph.client.swing.dialog;

import io.heliograph.client.swing.words.Words;
import java.util.List;

/** What is asked before something is done. */
public final class DialogPortraits {
    private DialogPortraits() {}

    public static List<Portrait> all() {
        return List.of(of("confirmation", "leave", false), of("confirmation-danger", "delete", true));
    }

    private static Portrait of(String name, String what, boolean danger) {
        return Portrait.of(name, locale -> {
            Words words = Words.in(locale);
            Confirmation.Question question = new Confirmation.Question(
                    what,
                    words.get("command." + what),
                    words.get(what + ".question", "#platform"),
                    words.get(what + ".yes"),
                    danger);
            return Confirmation.make(words, question, () -> {}).body();
        });
    }
}
