package io.heliograph.client.swing.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a message is a mark, and what is text. */
class MarkdownReaderTest {
    private final MarkdownReader reader = new MarkdownReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "plain words | plain words",
                "**bold** and *leaning* | b{bold} and i{leaning}",
                "***both*** | bi{both}",
                "~~gone~~ but ~5 and ~6 | s{gone} but ~5 and ~6",
                "`a*b*c` | c{a*b*c}",
                "snake_case_name | snake_case_name",
                "2 * 3 * 4 | 2 * 3 * 4",
                "<b>no</b> | <b>no</b>",
                "# no heading | # no heading",
                "- no list | - no list",
                "see https://example.org/a. | see l{https://example.org/a}.",
                "(https://example.org/a_(b)) | (l{https://example.org/a_(b)})",
                "[here](https://example.org) | l{here}",
                "[here](javascript:alert) | here (javascript:alert)",
                "![cat](https://example.org/c.png) | l{cat}",
                "file:///etc/passwd | file:///etc/passwd",
                "hi @anna! | hi m{@anna}!",
                "anna@example.org | anna@example.org",
                "**hi @anna** | b{hi }m{@anna}",
            })
    void readsMarks(String source, String runs) {
        assertEquals(runs, shown(reader.read(source)));
    }

    @Test
    void blocksAreToldApart() {
        StyledText text = reader.read("before\n```java\nint a = 1;\n\n  b();\n```\n> quoted\n> twice\n\nafter");
        assertEquals(
                List.of("TEXT:before", "CODE:int a = 1;\n\n  b();", "QUOTE:quoted\ntwice", "TEXT:after"),
                text.blocks().stream()
                        .map(block -> block.kind() + ":" + block.plain())
                        .toList());
    }

    @Test
    void emptyLinesBetweenParagraphsStay() {
        assertEquals("one\n\n\ntwo\nthree", reader.read("one\n\n\ntwo\nthree").plain());
    }

    @Test
    void aDefinitionOfALinkHidesNothing() {
        assertTrue(reader.read("[a]: https://evil.example\nwords").plain().contains("https://evil.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "> ", "[", "`", "~~a ", "**a *b ", "![](", "@", "(https://e.org/", "<a href=\"", "_a_"})
    void nestingWithoutEndIsReadInTime(String unit) {
        String hostile = unit.repeat(16_000 / unit.length());
        StyledText text = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> reader.read(hostile));
        assertTrue(text.plain().length() <= 4 * hostile.length());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lettersAreNeverLost(long seed) {
        Random random = new Random(seed);
        String signs = "ab c*_~`>[]()!#-<&\n\\";
        for (int text = 0; text < 500; text++) {
            String source = random.ints(60, 0, signs.length())
                    .mapToObj(index -> "" + signs.charAt(index))
                    .collect(Collectors.joining());
            String plain = reader.read(source).plain();
            assertTrue(letters(plain) >= letters(source) - fenceInfo(source), "seed " + seed + ": " + source);
        }
    }

    /** The first line of a code block names its language and is not shown. */
    private static long fenceInfo(String source) {
        return source.contains("```") || source.contains("~~~") ? source.length() : 0;
    }

    private static long letters(String text) {
        return text.chars().filter(Character::isLetter).count();
    }

    private static String shown(StyledText text) {
        return text.blocks().stream()
                .flatMap(block -> block.runs().stream())
                .map(MarkdownReaderTest::shown)
                .collect(Collectors.joining());
    }

    private static String shown(StyledRun run) {
        RunStyle style = run.style();
        String marks = (style.bold() && !style.mention() ? "b" : "")
                + (style.italic() ? "i" : "")
                + (style.struck() ? "s" : "")
                + (style.code() ? "c" : "")
                + (style.mention() ? "m" : "")
                + (style.link() == null ? "" : "l");
        return marks.isEmpty() ? run.text() : marks + "{" + run.text() + "}";
    }
}
