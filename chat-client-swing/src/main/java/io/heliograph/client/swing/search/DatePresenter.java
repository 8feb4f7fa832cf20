package io.heliograph.client.swing.search;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.ListRow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which day is meant, and to the first that was said on it. Event dispatch thread only; knows no component. */
final class DatePresenter {
    private static final int LINES_BEFORE = 20;
    private static final int LINES_AFTER = 40;

    private final DateView view;
    private final Desk desk;
    private final Supplier<LocalDate> today;
    private final ZoneId zone;
    private final DateTimeFormatter full;
    private final List<DateTimeFormatter> read = new ArrayList<>();
    private @Nullable Target wanted;

    DatePresenter(DateView view, Desk desk, Supplier<LocalDate> today, ZoneId zone) {
        this.view = view;
        this.desk = desk;
        this.today = today;
        this.zone = zone;
        full = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(desk.words().locale());
        read.add(DateTimeFormatter.ISO_LOCAL_DATE);
        for (FormatStyle style : List.of(FormatStyle.SHORT, FormatStyle.MEDIUM)) {
            read.add(DateTimeFormatter.ofLocalizedDate(style)
                    .withLocale(desk.words().locale()));
        }
    }

    /** Days that are often meant; else the one that is typed. */
    void onTyped(String text) {
        String typed = text.strip();
        List<ListRow> rows = new ArrayList<>();
        if (typed.isEmpty()) {
            LocalDate now = today.get();
            add(rows, "today", now);
            add(rows, "yesterday", now.minusDays(1));
            add(rows, "week", now.minusWeeks(1));
            add(rows, "month", now.minusMonths(1));
            add(rows, "year", now.minusYears(1));
            rows.add(row("beginning", LocalDate.EPOCH, ""));
        } else {
            LocalDate day = parse(typed);
            if (day != null) {
                rows.add(ListRow.of(day.toString(), ListRow.Picture.icon("clock", "accent"), full.format(day), ""));
            }
        }
        view.showRows(rows, desk.words().get("date.unreadable"));
    }

    /** {@code day} as a person writes it, or as the key of a row. */
    void onChosen(String day) {
        LocalDate date = parse(day.strip());
        Target here = desk.current();
        if (date == null || here == null) {
            desk.complain(desk.words().get("date.unreadable"));
            return;
        }
        view.close();
        wanted = here;
        long sinceMs = date.atStartOfDay(zone).toInstant().toEpochMilli();
        desk.submit(new ClientCommand.ShowSince(here, sinceMs, LINES_BEFORE, LINES_AFTER));
    }

    void onEvent(ClientEvent event) {
        Target where = wanted;
        if (where != null
                && event instanceof ClientEvent.AroundShown around
                && around.where().key().equals(where.key())) {
            wanted = null;
            if (around.seq() == 0) {
                desk.complain(desk.words().get("date.nothing"));
            } else {
                desk.openAt(where, around.seq());
            }
        }
    }

    private void add(List<ListRow> rows, String key, LocalDate day) {
        rows.add(row(key, day, full.format(day)));
    }

    private ListRow row(String key, LocalDate day, String detail) {
        return ListRow.of(
                day.toString(),
                ListRow.Picture.icon("clock", "muted"),
                desk.words().get("date." + key),
                detail);
    }

    private @Nullable LocalDate parse(String text) {
        for (DateTimeFormatter form : read) {
            LocalDate day = parse(text, form);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** Null if it is written in another way. */
    private static @Nullable LocalDate parse(String text, DateTimeFormatter form) {
        try {
            return LocalDate.parse(text, form);
        } catch (DateTimeParseException other) {
            return null;
        }
    }
}
