package io.heliograph.client.swing.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Commands;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.settings.DesktopSettings;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.Test;

class KeyMapTest {
    private final Words words = Words.in(Locale.ENGLISH);
    private final CommandRegistry commands = new CommandRegistry(Commands.all(), words);
    private final Remembered settings = new Remembered();
    private final KeyMap keys = new KeyMap(words, settings);
    private final KeySheet sheet = new KeySheet(commands, keys, words);
    private final DeskCommand lock = commands.get("lock");

    @Test
    void eachKeyHasOneMeaning() {
        List<String> all = new ArrayList<>();
        for (DeskCommand command : commands.all()) {
            keys.of(command).forEach(key -> all.add(key.toString()));
        }
        assertEquals(all.stream().distinct().toList(), all);
    }

    @Test
    void aChosenKeyHoldsInTheNextRunAndCanBeTakenBack() {
        int[] changes = {0};
        keys.onChange(() -> changes[0]++);
        assertEquals("", sheet.choose(lock, KeyStroke.getKeyStroke("ctrl alt L")));
        KeyMap next = new KeyMap(words, settings);
        assertEquals(List.of(KeyStroke.getKeyStroke("ctrl alt L")), next.of(lock));
        assertTrue(next.isChosen(lock));
        sheet.reset(lock);
        assertEquals(List.of(KeyStroke.getKeyStroke("ctrl shift L")), keys.of(lock));
        assertFalse(keys.isChosen(lock));
        sheet.clear(lock);
        assertEquals(List.of(), keys.of(lock));
        assertEquals(3, changes[0]);
    }

    @Test
    void aKeyOfAnotherCommandOrOfWritingIsRefused() {
        String taken = sheet.choose(lock, KeyStroke.getKeyStroke("ctrl Q"));
        assertTrue(taken.contains("Quit"), taken);
        assertFalse(sheet.choose(lock, KeyStroke.getKeyStroke("A")).isEmpty());
        assertFalse(sheet.choose(lock, KeyStroke.getKeyStroke("shift A")).isEmpty());
        assertEquals("", sheet.choose(lock, KeyStroke.getKeyStroke("F9")));
        assertEquals(List.of(KeyStroke.getKeyStroke("F9")), keys.of(lock));
    }

    @Test
    void theSheetFindsByNameWordAndKey() {
        assertEquals(
                List.of("quit"),
                sheet.rows("/quit").stream().map(row -> row.command().id()).toList());
        assertTrue(
                sheet.rows("ctrl+k").stream().anyMatch(row -> row.command().id().equals("switch")));
        assertEquals(commands.all().size(), sheet.rows("").size());
    }

    private static final class Remembered implements Settings {
        private DesktopSettings now = DesktopSettings.DEFAULT;

        @Override
        public DesktopSettings get() {
            return now;
        }

        @Override
        public void change(UnaryOperator<DesktopSettings> change) {
            now = change.apply(now);
        }
    }
}
