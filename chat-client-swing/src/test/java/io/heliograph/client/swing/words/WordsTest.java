package io.heliograph.client.swing.words;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heliograph.client.swing.command.Commands;
import io.heliograph.client.swing.command.DeskCommand;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
    /** What is the same in each language: keys, other words, names of arguments, units. */
    private static final String SHARED = "command\\..*\\.(key|alias|usage)|line\\.sealed|rail\\.ownState";

    @Test
    void germanHasEveryTextThatEnglishHas() throws IOException {
        Set<String> missing = new TreeSet<>(read("Desktop.properties").stringPropertyNames());
        missing.removeAll(read("Desktop_de.properties").stringPropertyNames());
        missing.removeIf(key -> key.matches(SHARED));
        assertEquals(Set.of(), missing);
    }

    @Test
    void germanHasNoTextThatEnglishHasNot() throws IOException {
        Set<String> extra = new TreeSet<>(read("Desktop_de.properties").stringPropertyNames());
        extra.removeAll(read("Desktop.properties").stringPropertyNames());
        assertEquals(Set.of(), extra);
    }

    @Test
    void everyPatternCanBeRead() throws IOException {
        for (String file : new String[] {"Desktop.properties", "Desktop_de.properties"}) {
            for (Object text : read(file).values()) {
                assertDoesNotThrow(() -> new MessageFormat(String.valueOf(text)), String.valueOf(text));
            }
        }
    }

    @Test
    void everyCommandHasWords() {
        Words words = Words.in(Locale.ENGLISH);
        for (DeskCommand command : Commands.all()) {
            assertDoesNotThrow(() -> words.get("command." + command.id()), command.id());
        }
    }

    @Test
    void countsAreSpoken() {
        assertEquals("1 person", Words.in(Locale.FRENCH).get("server.people", 1L));
        assertEquals("3 Personen", Words.in(Locale.GERMAN).get("server.people", 3L));
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
