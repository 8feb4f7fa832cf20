package io.heliograph.client.swing.admin;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says lines to the operator console and lays out what it answers. Answers come in the order of the lines. Knows no
 * component.
 */
final class AdminPresenter {
    /** A line on its way; {@code page} is what its answer fills, null for one that does something. */
    private record Asked(String line, @Nullable AdminPage page) {}

    private static final String INVITE_SCHEME = "heliograph://";

    private final AdminView view;
    private final Desk desk;
    private final Deque<Asked> asked = new ArrayDeque<>();
    private final StringBuilder transcript = new StringBuilder();
    private AdminPage current = AdminPage.STATUS;

    AdminPresenter(AdminView view, Desk desk) {
        this.view = view;
        this.desk = desk;
    }

    void onPage(AdminPage page) {
        current = page;
        view.showAnswer("", false);
        if (page == AdminPage.CONSOLE) {
            view.showText(page, transcript.toString());
        } else {
            say(page.line(), page);
        }
    }

    void onDeed(AdminDeed deed, String name) {
        String line = deed.lineFor(name);
        if (deed.asks()) {
            Words words = desk.words();
            view.confirm(
                    words.get("admin.ask." + deed.word(), SafeText.excerpt(name, 60)),
                    words.get("admin." + deed.word()),
                    () -> say(line, null));
        } else {
            say(line, null);
        }
    }

    void onInvite(int uses, String duration) {
        say("invite create " + uses + " " + duration, null);
    }

    void onAnnounce(String text) {
        if (!text.isBlank()) {
            say("announce " + SafeText.line(text).strip(), null);
        }
    }

    /** A line as it was typed. */
    void onLine(String line) {
        if (!line.isBlank()) {
            say(line.strip(), null);
        }
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.AdminOutput output) {
            Asked of = asked.poll();
            if (of != null) {
                onAnswer(of, output.ok(), output.lines());
            }
        } else if (event instanceof ClientEvent.Refused refused
                && refused.command() instanceof ClientCommand.Admin line) {
            asked.removeIf(waiting -> waiting.line().equals(line.line()));
            view.showAnswer(SafeText.line(refused.text()), true);
        }
    }

    private void say(String line, @Nullable AdminPage page) {
        asked.add(new Asked(line, page));
        desk.submit(new ClientCommand.Admin(line));
    }

    private void onAnswer(Asked of, boolean ok, List<String> lines) {
        AdminPage page = of.page();
        if (page != null && ok) {
            show(page, lines);
            return;
        }
        String text = lines.stream().map(SafeText::line).collect(Collectors.joining("\n"));
        transcript
                .append("> ")
                .append(SafeText.line(of.line()))
                .append('\n')
                .append(text)
                .append("\n\n");
        String link = lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(INVITE_SCHEME))
                .findFirst()
                .orElse("");
        if (!link.isEmpty()) {
            view.showInvite(SafeText.line(link), SafeText.line(lines.get(0)));
        }
        view.showAnswer(lines.isEmpty() ? "" : SafeText.line(lines.get(0)), !ok);
        if (current == AdminPage.CONSOLE) {
            view.showText(current, transcript.toString());
        } else if (ok) {
            say(current.line(), current); // what was done shows in the page
        }
    }

    private void show(AdminPage page, List<String> lines) {
        if (page.isList()) {
            view.showRows(
                    page, AdminLines.rows(page, lines, desk.words()), AdminLines.total(page, lines, desk.words()));
        } else {
            view.showText(page, lines.stream().map(SafeText::line).collect(Collectors.joining("\n")));
        }
    }
}
