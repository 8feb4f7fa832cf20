package io.heliograph.client.swing.dialog;

import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import java.util.function.BiConsumer;

/** A command of a feature: its word, and what it does. */
public record NamedCommand(String id, BiConsumer<Desk, String> deed) implements DeskCommand {
    @Override
    public void run(Desk desk, String argument) {
        deed.accept(desk, argument);
    }
}
