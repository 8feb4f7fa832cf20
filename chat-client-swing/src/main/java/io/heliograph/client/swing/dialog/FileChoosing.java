package io.heliograph.client.swing.dialog;

import java.awt.Component;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import javax.swing.JFileChooser;
import javax.swing.JTable;
import javax.swing.JToolBar;
import javax.swing.UIManager;

/**
 * Asks for a file with the toolkit's dialog, which takes its time: it is loaded, made,
 * fitted and shown in turns of the event thread of their own. Event dispatch thread only.
 */
public final class FileChoosing {
    private final Executor events;
    private final Supplier<Component> over;

    /** {@code events} leads back to the event dispatch thread, {@code over} is asked when the dialog is shown. */
    public FileChoosing(Executor events, Supplier<Component> over) {
        this.events = events;
        this.over = over;
    }

    /** {@code chosen} is not asked where nothing is chosen. */
    public void save(Consumer<JFileChooser> fit, Consumer<JFileChooser> chosen) {
        ask(fit, (chooser, owner) -> chooser.showSaveDialog(owner), chosen);
    }

    /** The button says {@code approve}. */
    public void choose(String approve, Consumer<JFileChooser> fit, Consumer<JFileChooser> chosen) {
        ask(fit, (chooser, owner) -> chooser.showDialog(owner, approve), chosen);
    }

    private void ask(
            Consumer<JFileChooser> fit, ToIntBiFunction<JFileChooser, Component> show, Consumer<JFileChooser> chosen) {
        // What the dialog is made of is loaded when it is first made: these parts take as long as the rest.
        events.execute(() -> UIManager.getString("FileChooser.lookInLabelText", Locale.getDefault()));
        events.execute(() -> new JTable(1, 1));
        events.execute(JToolBar::new);
        events.execute(() -> {
            JFileChooser chooser = new JFileChooser();
            events.execute(() -> {
                fit.accept(chooser);
                events.execute(() -> {
                    if (show.applyAsInt(chooser, over.get()) == JFileChooser.APPROVE_OPTION) {
                        chosen.accept(chooser);
                    }
                });
            });
        });
    }
}
