package io.heliograph.client.swing.words;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.swing.command.Commands;
import io.heliograph.client.swing.command.DeskCommand;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
    /** What is the same in each language: keys, other words, names of arguments, units. */
    private static final String SHARED = "command\\..*\\.(key|alias|usage|row)|line\\.sealed|rail\\.ownState";

    private static final List<String> LANGUAGES = List.of("de", "fr");

    @Test
    void everyLanguageHasTheTextsOfEnglish() throws IOException {
        for (String file : Words.FILES) {
            Set<String> english = read(file + ".properties").stringPropertyNames();
            for (String language : LANGUAGES) {
                Set<String> other = read(file + "_" + language + ".properties").stringPropertyNames();
                Set<String> missing = new TreeSet<>(english);
                missing.removeAll(other);
                missing.removeIf(key -> key.matches(SHARED));
                assertEquals(Set.of(), missing, "missing in " + file + "_" + language);
                Set<String> extra = new TreeSet<>(other);
                extra.removeAll(english);
                assertEquals(Set.of(), extra, "more in " + file + "_" + language);
            }
        }
    }

    @Test
    void noKeyIsInTwoFiles() throws IOException {
        Set<String> seen = new TreeSet<>();
        for (String file : Words.FILES) {
            for (String key : read(file + ".properties").stringPropertyNames()) {
                assertTrue(seen.add(key), key);
            }
        }
    }

    @Test
    void everyPatternCanBeRead() throws IOException {
        List<String> endings = new ArrayList<>(List.of(""));
        LANGUAGES.forEach(language -> endings.add("_" + language));
        for (String file : Words.FILES) {
            for (String ending : endings) {
                for (Object text : read(file + ending + ".properties").values()) {
                    assertDoesNotThrow(() -> new MessageFormat(String.valueOf(text)), String.valueOf(text));
                }
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
        assertEquals("1 personne", Words.in(Locale.FRENCH).get("server.people", 1L));
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
