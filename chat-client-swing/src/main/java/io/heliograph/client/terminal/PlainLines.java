package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines without colour and without cursor movement: for pipes, dumb terminals and NO_COLOR.
 *
 * <p>Thread-safe.
 */
final class PlainLines implements EventPrinter {
    private final LineSink out;
    private final DateTimeFormatter clock;
    private final ZoneId zone;
    private final boolean mayAsk;
    private final FileNews news = new FileNews();

    /** {@code mayAsk}: a person reads along; else what ends the client is said once, on standard error. */
    PlainLines(LineSink out, ZoneId zone, boolean mayAsk) {
        this.out = out;
        this.mayAsk = mayAsk;
        this.zone = zone;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    @Override
    public void print(ClientEvent event) {
        if (event instanceof ClientEvent.EntryShown shown) {
            entry(shown.where(), shown.entry());
        } else if (event instanceof ClientEvent.EntryRevealed revealed) {
            entry(revealed.where(), revealed.entry());
        } else if (event instanceof ClientEvent.PageShown page) {
            page.entries().forEach(entry -> entry(page.where(), entry));
        } else if (event instanceof ClientEvent.AroundShown around) {
            around.entries().forEach(entry -> entry(around.where(), entry));
        } else if (event instanceof ClientEvent.SearchShown found) {
            found(found);
        } else if (event instanceof ClientEvent.EntryChanged changed) {
            notice(EntryWording.change(changed));
        } else if (event instanceof ClientEvent.StateChanged changed) {
            if (changed.state() == MessageState.FAILED) {
                notice("not delivered: " + Wording.safe(changed.reason()));
            }
        } else if (!mayAsk && endsTheClient(event)) {
            return;
        } else if (event instanceof ClientEvent.TrustWanted wanted) {
            Wording.trustQuestion(wanted).forEach(this::notice);
        } else {
            rest(event);
        }
    }

    @Override
    public void notice(String text) {
        out.line("* " + text);
    }

    private void found(ClientEvent.SearchShown shown) {
        int number = 0;
        for (SearchHit hit : shown.hits()) {
            number++;
            String text = FoundWording.pieces(hit).stream()
                    .map(FoundWording.Piece::text)
                    .collect(Collectors.joining());
            out.line(FoundWording.head(number, hit, zone) + text);
        }
        notice(FoundWording.summary(shown));
    }

    private void rest(ClientEvent event) {
        if (event instanceof ClientEvent.FileProgress progress && news.isNews(progress.file())) {
            notice(FileWording.news(progress.file()));
        }
        List<String> answer = Answers.lines(event);
        if (answer != null) {
            answer.forEach(event instanceof ClientEvent.AdminOutput ? out::line : this::notice);
        } else {
            String notice = Wording.notice(event);
            if (notice != null) {
                notice(notice);
            }
        }
    }

    private static boolean endsTheClient(ClientEvent event) {
        return event instanceof ClientEvent.TrustWanted
                || event instanceof ClientEvent.TrustDeclined
                || event instanceof ClientEvent.WrongIdentity
                || event instanceof ClientEvent.LoginRefused
                || event instanceof ClientEvent.Offline;
    }

    private void entry(Target where, ShownEntry entry) {
        if (!entry.isMessage()) {
            notice(EntryWording.notice(entry, where));
            return;
        }
        String time = clock.format(Instant.ofEpochMilli(entry.timeMs()));
        String direct = entry.own() ? "to " + where.address() : "direct";
        String place = where.isRoom() ? where.address() : direct;
        String from = Wording.safe(entry.from());
        String head = time + " " + Wording.safe(place)
                + (EntryWording.isAction(entry) ? " * " + from + " " : " <" + from + "> ");
        // The lines after the first are set in, so that none of them can pass for a message of its own.
        out.line(head + EntryWording.text(entry).replace("\n", "\n    "));
    }
}
