package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.terminal.SlashCommand.Completion;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The commands that look back: to a day, and to what a message said before. */
final class LookBack {
    private static final int LINES_BEFORE = 2;
    private static final int LINES_AFTER = 20;

    private LookBack() {}

    static List<SlashCommand> all() {
        return List.of(
                CommandTable.of(
                        "jumptodate",
                        "date",
                        "YYYY-MM-DD",
                        "what was said here from that day on",
                        Completion.NOTHING,
                        LookBack::jumpToDate),
                CommandTable.of(
                        "versions",
                        "",
                        "N",
                        "what message N said before it was edited",
                        Completion.NOTHING,
                        LookBack::versions));
    }

    private static void jumpToDate(Console console, String text) {
        try {
            long sinceMs = LocalDate.parse(text)
                    .atStartOfDay(ZoneId.systemDefault())
                    .toInstant()
                    .toEpochMilli();
            CommandTable.submit(
                    console, new ClientCommand.ShowSince(console.view().current(), sinceMs, LINES_BEFORE, LINES_AFTER));
        } catch (DateTimeParseException e) {
            console.complain("to which day? /jumptodate 2026-01-31");
        }
    }

    private static void versions(Console console, String text) {
        Target here = console.view().current();
        List<ShownEntry> messages = console.view().messages(here);
        int number = Words.number(text);
        if (number < 1 || number > messages.size()) {
            console.complain("of which message? /versions N; /history shows the numbers");
        } else {
            CommandTable.submit(
                    console,
                    new ClientCommand.ShowVersions(
                            here, messages.get(number - 1).seq()));
        }
    }
}
