package io.heliograph.client.swing.keys;

import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.settings.FixedSettings;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The sheet of keys. */
public final class KeyPortraits {
    private KeyPortraits() {}

    /** {@code commands} are all that there are. */
    public static List<Portrait> all(Function<Locale, List<DeskCommand>> commands) {
        return List.of(Portrait.of("keys", locale -> {
            Words words = Words.in(locale);
            CommandRegistry registry = new CommandRegistry(commands.apply(locale), words);
            KeySheet sheet = new KeySheet(registry, new KeyMap(words, new FixedSettings()), words);
            return new KeySheetDialog(words, sheet, Runnable::run).body();
        }));
    }
}
