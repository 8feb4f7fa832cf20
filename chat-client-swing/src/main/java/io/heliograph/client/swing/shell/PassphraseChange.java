package io.heliograph.client.swing.shell;

import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.swing.words.Words;
import java.awt.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Asks for the passphrase of the profile and sets another, away from the event thread. Used once. */
final class PassphraseChange {
    private final Words words;
    private final ProfileKey key;
    private final Executor worker;
    private final Executor events;
    private final Consumer<String> told;
    private final AskDialog dialog;

    PassphraseChange(
            Window owner, Words words, ProfileKey key, Executor worker, Executor events, Consumer<String> told) {
        this.words = words;
        this.key = key;
        this.worker = worker;
        this.events = events;
        this.told = told;
        List<AskDialog.Question> questions = new ArrayList<>();
        if (key.wantsPassphrase()) {
            questions.add(new AskDialog.Question("passphrase.old", words.get("passphrase.old"), true));
        }
        questions.add(new AskDialog.Question("passphrase.new", words.get("passphrase.new"), true));
        questions.add(new AskDialog.Question("passphrase.again", words.get("passphrase.again"), true));
        dialog = new AskDialog(owner, words, words.get("command.passphrase"), questions, this::onAnswers);
    }

    void ask() {
        dialog.show();
    }

    private String onAnswers(List<String> answers) {
        String old = answers.size() > 2 ? answers.get(0) : "";
        String fresh = answers.get(answers.size() - 2);
        if (!fresh.equals(answers.get(answers.size() - 1))) {
            return words.get("passphrase.differ");
        } else if (!fresh.isEmpty() && ProfileKey.whyNot(fresh) != null) {
            return words.get("passphrase.short", ProfileKey.MIN_PASSPHRASE_CHARS);
        }
        worker.execute(() -> change(old, fresh));
        return words.get("passphrase.working");
    }

    private void change(String old, String fresh) {
        if (key.wantsPassphrase() && !key.isOpenedBy(old)) {
            events.execute(() -> dialog.settle(words.get("passphrase.wrong")));
            return;
        }
        try {
            key.wrap(fresh);
            events.execute(() -> {
                dialog.settle("");
                told.accept(words.get(fresh.isEmpty() ? "passphrase.gone" : "passphrase.set"));
            });
        } catch (IOException e) {
            events.execute(() -> dialog.settle(words.get("profile.unwritable")));
        }
    }
}
