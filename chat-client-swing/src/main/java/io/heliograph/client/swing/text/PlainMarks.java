package io.heliograph.client.swing.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds web addresses and mentions in text without marks. Pure functions, in time linear in the text. */
final class PlainMarks {
    private static final Pattern MARK = Pattern.compile(
            "(?<link>https?://[^\\s<>\"]++)|(?<![\\p{L}\\p{N}@._])(?<name>@[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*+)",
            Pattern.CASE_INSENSITIVE);
    private static final String TRAILING = ".,;:!?'*_~]";

    private PlainMarks() {}

    /** {@code text} in runs; what is neither keeps {@code style}. */
    static List<StyledRun> split(String text, RunStyle style) {
        List<StyledRun> runs = new ArrayList<>();
        int at = 0;
        Matcher marks = MARK.matcher(text);
        while (marks.find()) {
            String found = trimmed(marks.group());
            boolean link = marks.group("link") != null;
            if (link && !SafeLink.isSafe(found)) {
                continue;
            }
            add(runs, text.substring(at, marks.start()), style);
            add(runs, found, link ? style.withLink(found) : style.withMention());
            at = marks.start() + found.length();
        }
        add(runs, text.substring(at), style);
        return runs;
    }

    private static void add(List<StyledRun> runs, String text, RunStyle style) {
        if (!text.isEmpty()) {
            runs.add(new StyledRun(text, style));
        }
    }

    /** Without the full stop of the sentence, and without a bracket that was opened before the address. */
    private static String trimmed(String found) {
        int end = found.length();
        int unopened = count(found, ')') - count(found, '(');
        while (end > 1) {
            char last = found.charAt(end - 1);
            boolean closes = last == ')' && unopened > 0;
            if (TRAILING.indexOf(last) < 0 && !closes) {
                break;
            }
            unopened -= closes ? 1 : 0;
            end--;
        }
        return found.substring(0, end);
    }

    private static int count(String text, char sign) {
        return (int) text.chars().filter(each -> each == sign).count();
    }
}
