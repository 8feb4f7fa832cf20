package io.heliograph.client.swing.admin;

import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes rows of the lines that the operator console prints: a name, and what there is to say of it. */
final class AdminLines {
    private static final Pattern DEVICES = Pattern.compile("devices=([0-9]{1,6})");
    private static final Pattern COUNT = Pattern.compile("([0-9]{1,9}) ");
    private static final String MORE = "... and ";

    private AdminLines() {}

    /** The last line counts the others, and is no row. */
    static List<ListRow> rows(AdminPage page, List<String> lines, Words words) {
        List<ListRow> rows = new ArrayList<>();
        int count = Math.max(0, lines.size() - 1);
        for (String line : lines.subList(0, count)) {
            if (!line.startsWith(MORE)) {
                rows.add(rowOf(page, SafeText.line(line), words));
            }
        }
        return rows;
    }

    /** What counts them, in the user's words; empty where nothing was told. */
    static String total(AdminPage page, List<String> lines, Words words) {
        if (lines.isEmpty()) {
            return "";
        }
        String last = SafeText.line(lines.get(lines.size() - 1));
        Matcher count = COUNT.matcher(last);
        String key = "admin.total." + page.name().toLowerCase(Locale.ROOT);
        return count.lookingAt() ? words.get(key, Integer.parseInt(count.group(1))) : last;
    }

    private static ListRow rowOf(AdminPage page, String line, Words words) {
        int end = line.indexOf(' ');
        String first = end < 0 ? line : line.substring(0, end);
        String rest = end < 0 ? "" : line.substring(end + 1);
        String detail = rest.replace('_', ' ').replace('=', ' ').replace(" devices", " · devices");
        return switch (page) {
            case USERS -> user(first, rest, detail, words);
            case ROOMS -> ListRow.of(first, ListRow.Picture.of(first.replace("#", ""), null), first, spaced(rest));
            case SESSIONS -> ListRow.of(first, ListRow.Picture.of(first, null), first, spaced(rest));
            case INVITES -> ListRow.of(first, ListRow.Picture.icon("ticket", "muted"), first, spaced(rest));
            case BANS -> ban(first, rest);
            default -> ListRow.of(first, ListRow.Picture.icon("info", "muted"), first, detail);
        };
    }

    private static ListRow user(String name, String rest, String detail, Words words) {
        String state = rest.toLowerCase(Locale.ROOT);
        boolean disabled = state.contains(" disabled");
        String dot = state.startsWith("online")
                ? "online"
                : state.startsWith("away") ? "away" : state.startsWith("busy") ? "danger" : null;
        ListRow.Mark mark = disabled
                ? new ListRow.Mark("ban", "danger", words.get("admin.disabled"))
                : state.contains(" admin") ? new ListRow.Mark("crown", "accent", words.get("person.admin")) : null;
        String presence = state.indexOf(' ') < 0 ? state : state.substring(0, state.indexOf(' '));
        Matcher devices = DEVICES.matcher(rest);
        String told = devices.find()
                ? words.orElse("presence." + presence, presence)
                        + " · "
                        + words.get("verify.devices", Integer.parseInt(devices.group(1)))
                : detail;
        return ListRow.of(name, ListRow.Picture.of(name, dot), name, told).withMark(mark);
    }

    /** The number is what lifts it; people know it by whom it keeps out. */
    private static ListRow ban(String id, String rest) {
        String[] words = rest.split(" ", 3);
        String subject = words.length > 1 ? words[1] : rest;
        String detail = words.length > 2 ? words[0] + " · " + spaced(words[2]) : words[0];
        return ListRow.of(id, ListRow.Picture.icon("ban", "danger"), subject, detail)
                .withTrailing(id);
    }

    /** {@code a=1 b=2} as it is read. */
    private static String spaced(String rest) {
        return rest.replace(" from ", " ")
                .replaceAll("(^| )([a-z_]+)=", " · $2 ")
                .replace('_', ' ')
                .replaceAll("^ · ", "")
                .strip();
    }
}
