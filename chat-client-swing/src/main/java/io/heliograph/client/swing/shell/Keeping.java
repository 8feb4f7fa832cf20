package io.heliograph.client.swing.shell;

import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.swing.command.Choice;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Has choices written by a thread that may wait for the disk, and says on the event thread whether they are.
 *
 * @param events leads to the event dispatch thread
 */
record Keeping(Executor worker, Executor events) {
    void keep(LocalChoices choices, Choice choice, Consumer<Boolean> then) {
        worker.execute(() -> {
            boolean kept = isKept(choices, choice);
            events.execute(() -> then.accept(kept));
        });
    }

    private static boolean isKept(LocalChoices choices, Choice choice) {
        try {
            choice.make(choices);
            return true;
        } catch (IOException e) {
            return false; // the user is told what to do
        }
    }
}
